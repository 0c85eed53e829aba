package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.tertulia.message.Event;

/**
 * The durable inbox of one phone number: a mailbox for each group. Every method is one atomic step. A claim is a
 * fence: who lost it changes nothing any more.
 */
public interface Inbox {

    /** What happened longer ago than this is not put in: it may have been seen before, and nobody knows any more. */
    Duration OLDEST = Duration.ofDays(7);

    /** What is dated farther ahead than this is not put in either: it would pass for new after it was forgotten. */
    Duration FARTHEST_AHEAD = Duration.ofDays(1);

    /** How many events may wait in a mailbox. What comes beyond is put aside, so that no other group waits for this one. */
    int MOST_MAIL = 10_000;

    /** Why an event was put aside that had no room in its mailbox. */
    String MAILBOX_FULL = "its group's mailbox held " + MOST_MAIL
            + " events already; retry it once they are handled";

    /** How many timers a group may have; what asks for more is refused before it gets here. */
    int MOST_TIMERS = 1_000;

    /** How long what was seen is known, so that nothing that may be put in is put in twice. */
    Duration SEEN_FOR = OLDEST.plus(FARTHEST_AHEAD);

    /**
     * Puts the events of a delivery into their mailboxes, without those that were seen in {@link #SEEN_FOR}, and opens
     * windows to message time and 24 hours. Where a mailbox is full, they become dead letters.
     *
     * @param posted whether an event goes into its mailbox; one that does not is only remembered as seen
     * @return the events that were new
     */
    Collection<Event> accept(List<Event> events, Predicate<Event> posted, Instant now);

    /**
     * Puts all these events into their mailboxes.
     *
     * @return how many were new
     */
    default int accept(List<Event> events, Instant now) {
        return accept(events, event -> true, now).size();
    }

    /** Claims groups that have mail and that nobody else has in hand, longest waiting first. */
    List<Claim> claim(int atMost, Duration lease);

    /** Keeps claims for another while. Returns those that are lost. */
    List<Claim> renew(List<Claim> claims, Duration lease);

    /**
     * Reads a claimed group's next event and what its bots remember. The first time in a claim this counts as an attempt
     * at the event: whoever dies in the middle of it has tried.
     */
    Mail open(Claim claim);

    /**
     * Takes the event off the mailbox together with all its effects.
     *
     * @return whether the claim is lost, goes on with more mail, or is over
     */
    Committed commit(Claim claim, Effects effects, Instant now);

    /**
     * Gives the group back with its event untouched, to be claimed again later.
     *
     * @param failed whether the attempt at the event counts; else it was none
     */
    void giveBack(Claim claim, Duration pause, boolean failed);

    /**
     * Moves timers that have run out into their mailboxes. Groups take turns, and share what is moved at once: one with
     * very many delays no other. Returns how many; as long as there are any, call it again.
     */
    int fireTimers(Instant now, int atMost);

    /** Keeps what could not be read, for a person to look at. */
    void quarantine(String raw, String reason, Instant now);

    /** What is remembered of a group under a key, as JSON. */
    Optional<String> state(String group, String key);

    /** Adds a timer without any turn. */
    void startTimer(StartTimer timer);

    /** The timers that run in a group. */
    List<StartTimer> timers(String group);

    /** How many timers run in a group. */
    default int countTimers(String group) {
        return timers(group).size();
    }

    /** Stops timers without any turn. */
    void cancelTimers(CancelTimers timers);

    /** Stops all timers of that name in a group without any turn. */
    default void cancelTimers(String group, String name) {
        cancelTimers(new CancelTimers(group, name, null));
    }

    /** How much there is. */
    MailCounts counts();

    /** What became of a commit. */
    enum Committed {
        /** The claim was lost: nothing was written. */
        LOST,
        /** Written, and the group has more mail: go on. */
        MORE,
        /** Written, and the claim is over. */
        DONE
    }
}
