package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.tertulia.costs.Booking;
import dev.tertulia.message.Event;

/**
 * A mailbox for each conversation, whose events are handled one at a time. A claim is a fence: after it is lost, its
 * holder cannot change anything.
 */
interface Mailboxes {

    /** The maximum age of an accepted event. Whether an older one is a duplicate is no longer known. */
    Duration OLDEST = Duration.ofDays(7);

    /** The maximum time ahead of an accepted event. A later one could be accepted again after it was forgotten. */
    Duration FARTHEST_AHEAD = Duration.ofDays(1);

    /**
     * The maximum number of events in a mailbox. Events beyond it become dead letters, so that no other group is
     * delayed.
     */
    int MOST_MAIL = 10_000;

    /** The reason of a dead letter whose mailbox was full. */
    String MAILBOX_FULL = "its group's mailbox held " + MOST_MAIL
            + " events already; retry it once they are handled";

    /** How long accepted events are remembered, so that none is accepted twice. */
    Duration SEEN_FOR = OLDEST.plus(FARTHEST_AHEAD);

    /**
     * Puts the events of a delivery into their mailboxes, except duplicates within {@link #SEEN_FOR}, and opens windows
     * until 24 hours after the message time. If a mailbox is full, the events become dead letters. Claims groups of the
     * delivery that are ready and not claimed, as far as there is room. Books what the delivery reports, as
     * {@link dev.tertulia.costs.Ledger#book} does.
     */
    Accepted accept(Incoming incoming, Room room, Instant now);

    /**
     * Accepts events and claims nothing.
     *
     * @return the events that were new
     */
    default Collection<Event> accept(List<Event> events, Predicate<Event> posted, Instant now) {
        return accept(new Incoming(events, posted, Booking.NONE), Room.NONE, now).fresh();
    }

    /**
     * Puts all of these events into their mailboxes.
     *
     * @return how many were new
     */
    default int accept(List<Event> events, Instant now) {
        return accept(events, event -> true, now).size();
    }

    /** Claims groups that have mail and are not claimed, the longest waiting first. */
    List<Claim> claim(int atMost, Duration lease);

    /** Renews claims. Returns those that are lost. */
    List<Claim> renew(List<Claim> claims, Duration lease);

    /**
     * Reads the next event of a claimed group, with its state. The first call in a claim counts as an attempt at the
     * event, also if the process dies during it.
     */
    Mail open(Claim claim);

    /**
     * Removes an event from the mailbox and stores its effects, once however often it is asked for. Opens the next event,
     * if there is one.
     *
     * @param mail the event, as it was opened
     */
    CommitResult commit(Claim claim, Mail mail, TurnCommit commit, Instant now);

    /**
     * Releases a claim without handling the event; the group can be claimed again after a pause.
     *
     * @param failed whether the attempt at the event counts; else it was none
     * @param note   what the journal says of the attempt; {@code null} for nothing
     */
    void giveBack(Claim claim, Duration pause, boolean failed, @Nullable JournalEntry note);

    /** Releases a claim and says nothing in the journal. */
    default void giveBack(Claim claim, Duration pause, boolean failed) {
        giveBack(claim, pause, failed, null);
    }

    /** The conversations with events that wait or are being handled, the longest waiting first. */
    List<WaitingMail> waiting(int atMost);

    /** The sizes of the mailboxes. */
    MailCounts counts();
}
