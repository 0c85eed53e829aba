package dev.tertulia.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.throttle.LaneKind;

/**
 * The queues of entries of one phone number, by group, lane and priority. Every method is one atomic step. A pump that
 * lost its lease changes nothing.
 */
public interface SendQueue {

    /** Appends an entry to its group's queue, outside of any turn. */
    void add(Send send);

    /**
     * Groups with an entry that may be sent now, most urgent and longest waiting first. A queue is left out while its first
     * entry waits for another of its turn.
     */
    List<DueQueue> due(LaneKind lane, Instant now, int atMost);

    /**
     * Takes the first entry of a queue in hand. Empty if there is none, if it waits for another, or if an entry of the
     * group and lane is in hand already.
     */
    Optional<Begun> begin(long fence, LaneKind lane, DueQueue due);

    /** Returns an entry in hand, which was not sent, to the head of its queue. It is due at once. */
    void putBack(Begun begun);

    /**
     * Settles an entry that is in hand. Entries that wait for it may leave, unless it returns to its queue.
     */
    SettleResult settle(Begun begun, Settlement settlement);

    /** Whether a broadcast is stopped, so that none of its entries may leave. */
    boolean stopped(String broadcast);

    /**
     * The queues with an entry, the one with the oldest first entry first. Queues of parked groups, and entries that are
     * being sent, are left out.
     */
    List<WaitingSend> waiting(int atMost);

    /** The number of entries, by queue and state. */
    SendCounts counts();

    /** The result of settling an entry. */
    enum SettleResult {
        /** The entry is not in hand by this attempt, or the pump has lost its lease; nothing was changed. */
        REFUSED,
        /** The entry is settled. */
        SETTLED,
        /** The entry is settled, and the group has another entry that is due. */
        MORE
    }
}
