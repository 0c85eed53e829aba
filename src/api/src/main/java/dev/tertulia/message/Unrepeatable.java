package dev.tertulia.message;

/**
 * A failure that trying again cannot mend: whoever handles the event is not called again, and the event is a dead letter
 * at once. A bot's own exceptions may say so too.
 */
public interface Unrepeatable {

    /** What was wrong, as one sentence for the bot's author. It goes to the log, so it holds no words of people. */
    String rule();
}
