package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import dev.tertulia.throttle.LaneKind;

/**
 * The durable outbox of one phone number. Turns fill it (see the inbox's commit); one pump at a time empties it.
 * Every method is one atomic step. What a pump does carries its fence: a pump that lost the lease changes nothing.
 */
public interface OutboxStore {

    /** How many entries of a group are held at once; what comes beyond is a dead letter. */
    int MOST_HELD = 1_000;

    /** Takes the pump's lease or renews it; the number is its fence. Empty while somebody else has it. */
    OptionalLong lease(String owner, Duration length);

    /** Gives the lease back, so that another need not wait for its end. */
    void release(long fence);

    /** Entries that an earlier pump began and that have no outcome. */
    List<Send> interrupted(long fence);

    /**
     * Groups that have something to send, most urgent and longest waiting first. A queue is not among them while its
     * first entry waits for another of its turn.
     */
    List<DueQueue> due(LaneKind lane, Instant now, int atMost);

    /**
     * Takes the group's first entry of that priority in hand. Empty if there is none, it waits for another, or one is in
     * hand already.
     */
    Optional<Send> begin(long fence, LaneKind lane, DueQueue due);

    /**
     * Puts an entry that was in hand where it belongs. What waits for it may leave, unless this one goes back to its
     * queue. False if this pump no longer has the lease.
     */
    boolean settle(long fence, Settlement settlement);

    /**
     * Notes that WhatsApp has taken an entry on, whatever its HTTP answer was or will be. An entry that waits with an
     * unknown outcome is done with it.
     *
     * @return whether an unknown outcome was resolved by it
     */
    boolean confirm(String group, String sendId, String messageId, Instant now);

    /** Whether WhatsApp has confirmed an entry. */
    boolean confirmed(String sendId);

    /** Whether the entry is on its way right now, so that its outcome is about to be written. */
    boolean inHand(String group, String sendId);

    /** An entry that WhatsApp took on some time ago or whose outcome is unknown, by our id or else by WhatsApp's. */
    Optional<Send> findSent(String group, @Nullable String sendId, String messageId);

    /** Moves an entry that {@link #findSent} gave, and that failed, where it belongs. False if that was done before. */
    boolean resettle(Settlement settlement);

    /** Puts what is held back to the head of the group's queues. Returns how many. */
    int unhold(String group, Instant now);

    /** How many entries of a group are held. */
    long held(String group);

    /** Groups in which something has been held for as long as it may. */
    List<String> overheld(Instant now);

    /** Ends the wait of a parked group, if it waits for this. */
    void unpark(String group, BlockedUntil reason, Instant now);

    /** Whether a broadcast was stopped, so that nothing of it may leave. */
    boolean stopped(String broadcast);

    /** Puts an entry at the end of its group's queue without any turn. */
    void add(Send send);

    /** How much there is. */
    SendCounts counts();
}
