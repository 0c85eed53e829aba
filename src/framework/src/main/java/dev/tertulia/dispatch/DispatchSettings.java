package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;

/**
 * How events are handed to bots.
 *
 * @param commandPrefix what a command begins with, usually a slash
 * @param mentions      names, without {@code @}, that count as naming the bot beside its phone number
 * @param handlerLimit  how long a handler may take before it counts as failed
 * @param attempts      how often an event is tried before it becomes a dead letter
 * @param firstRetry    pause before the first repetition; each further one is four times as long
 * @param replyHold     how long a plain reply is held when the window is shut
 */
public record DispatchSettings(String commandPrefix, List<String> mentions, Duration handlerLimit, int attempts,
        Duration firstRetry, Duration replyHold) {

    /** The settings unless configured. */
    public static final DispatchSettings USUAL = new DispatchSettings("/", List.of(), Duration.ofSeconds(30), 4,
            Duration.ofSeconds(1), Duration.ofDays(7));
}
