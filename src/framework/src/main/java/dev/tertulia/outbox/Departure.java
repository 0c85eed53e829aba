package dev.tertulia.outbox;

import java.time.Instant;

import dev.tertulia.throttle.LaneKind;

/**
 * The wish to take the first due entry of a group's lane in hand, in the step that stores further entries. It is granted
 * as by {@link SendQueue#begin}.
 *
 * @param fence of the pump that sends it
 * @param now   the moment by which entries are due
 */
public record Departure(long fence, LaneKind lane, String group, Instant now) {}
