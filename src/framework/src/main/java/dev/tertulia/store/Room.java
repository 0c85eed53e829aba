package dev.tertulia.store;

import java.time.Duration;

/**
 * What a process can take in hand at once when it accepts events.
 *
 * @param groups the maximum number of groups to claim
 * @param lease  how long the claims last
 */
public record Room(int groups, Duration lease) {

    /** No room: the events are only stored. */
    public static final Room NONE = new Room(0, Duration.ZERO);
}
