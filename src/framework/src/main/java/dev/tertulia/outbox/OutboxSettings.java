package dev.tertulia.outbox;

import java.time.Duration;
import java.util.Set;

/**
 * The time limits and attempts of the outbox.
 *
 * @param unknownWait how long an unknown outcome waits for a status, before the message is sent again or a person is asked
 * @param lease       how long the lease of a pump that died excludes others
 * @param attempts    how often an entry is tried before it becomes a dead letter; limits of the number do not count
 * @param operationDeadline how long to wait for the report of an accepted operation
 * @param askWhenUnknown priorities of which a person is asked, as they become dead letters; all others are sent again
 * @param pauseNumber how long a number pauses when its budget of calls is used up or only a person can correct the problem
 */
public record OutboxSettings(Duration unknownWait, Duration lease, int attempts, Duration pauseNumber,
        Duration operationDeadline, Set<Priority> askWhenUnknown) {

    /** The settings unless configured. */
    public static final OutboxSettings USUAL = new OutboxSettings(Duration.ofMinutes(2), Duration.ofSeconds(5), 8,
            Duration.ofMinutes(1), Duration.ofMinutes(30), Set.of(Priority.BROADCAST));
}
