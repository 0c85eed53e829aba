package dev.tertulia.message;

/**
 * Marks a failure that a retry cannot solve: the event is not handled again and becomes a dead letter at once.
 * Exceptions of a bot may implement it too.
 */
public interface Unrepeatable {

    /** What was wrong, as one sentence for the bot's author. It goes to the log, so it holds no words of people. */
    String rule();
}
