package dev.tertulia.outbox;

import java.time.Duration;
import java.util.Set;

/**
 * How patient the outbox is.
 *
 * @param unknownWait how long an unknown outcome waits for a status, before the message is sent again or a person is asked
 * @param lease       how long a pump that died keeps others out
 * @param attempts    how often an entry is tried before it becomes a dead letter; limits of the number do not count
 * @param operationDeadline how long after it was taken on an operation is waited for
 * @param askWhenUnknown priorities of which a person is asked, as they become dead letters; all others are sent again
 * @param pauseNumber how long a number rests when its budget of calls is used up or only a person can mend it
 */
public record OutboxSettings(Duration unknownWait, Duration lease, int attempts, Duration pauseNumber,
        Duration operationDeadline, Set<Priority> askWhenUnknown) {

    /** The settings unless configured. */
    public static final OutboxSettings USUAL = new OutboxSettings(Duration.ofMinutes(2), Duration.ofSeconds(5), 8,
            Duration.ofMinutes(1), Duration.ofMinutes(30), Set.of(Priority.BROADCAST));
}
