package dev.tertulia.outbox;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.throttle.LaneKind;

/**
 * How much an outbox holds.
 *
 * @param queued   entries in queues that are sent without an operator; those being sent are not in a queue
 * @param apart    the others
 * @param dueSince since when the group that waits longest could be sent to, had the pump got to it
 * @param oldest   when the oldest entry was written that is the first of its group in a queue, due or not
 */
public record SendCounts(Map<Queue, Long> queued, Apart apart, @Nullable Instant dueSince, @Nullable Instant oldest) {

    /** The counts of an empty outbox. */
    public static final SendCounts NONE = new SendCounts(Map.of(), new Apart(0, 0, 0, 0, 0), null, null);

    /** The queues of one lane and priority, of all groups. */
    public record Queue(LaneKind lane, Priority priority) {}

    /**
     * Entries that are not just waiting for their turn.
     *
     * @param inHand  being sent
     * @param unknown in queues with an unknown outcome
     * @param parked  in queues of parked groups
     * @param held    held until a window opens
     * @param dead    failed for good
     */
    public record Apart(long inHand, long unknown, long parked, long held, long dead) {}

    /** All entries that are sent without an operator. */
    public long waiting() {
        return queued.values().stream().mapToLong(Long::longValue).sum();
    }
}
