package dev.tertulia.outbox;

import java.time.Instant;

import dev.tertulia.throttle.LaneKind;

/**
 * The wish to take the first due entry of a group's lane in hand, in the step that stores further entries. It is granted
 * as by {@link SendQueue#begin}.
 *
 * @param fence of the pump that sends it; {@link Leadership#NONE} if another process pumps
 * @param now   the moment by which entries are due
 */
public record Departure(long fence, LaneKind lane, String group, Instant now) {

    /** Whether another process pumps, which is told that there is something to send. */
    public boolean isElsewhere() {
        return fence == Leadership.NONE;
    }
}
