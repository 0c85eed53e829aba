package dev.tertulia.turn;

import java.time.Duration;
import java.util.List;

/**
 * How events are handed to bots.
 *
 * @param commandPrefix what a command begins with, usually a slash
 * @param mentions      names, without {@code @}, that count as mentions of the bot, in addition to its phone number
 * @param handlerLimit  how long a handler may take before it counts as failed
 * @param attempts      how often an event is tried before it becomes a dead letter
 * @param firstRetry    pause before the first repetition; each further one is four times as long
 * @param replyHold     how long a plain reply is held when the window is shut
 * @param chat          how the framework itself behaves in chats
 */
public record TurnSettings(String commandPrefix, List<String> mentions, Duration handlerLimit, int attempts,
        Duration firstRetry, Duration replyHold, ChatSettings chat) {

    /** The settings unless configured. */
    public static final TurnSettings USUAL = new TurnSettings("/", List.of(), Duration.ofSeconds(30), 4,
            Duration.ofSeconds(1), Duration.ofDays(7));

    /** Settings with the usual behaviour in chats. */
    public TurnSettings(String commandPrefix, List<String> mentions, Duration handlerLimit, int attempts,
            Duration firstRetry, Duration replyHold) {
        this(commandPrefix, mentions, handlerLimit, attempts, firstRetry, replyHold, ChatSettings.USUAL);
    }

    /** The same settings with another behaviour in chats. */
    public TurnSettings with(ChatSettings other) {
        return new TurnSettings(commandPrefix, mentions, handlerLimit, attempts, firstRetry, replyHold, other);
    }
}
