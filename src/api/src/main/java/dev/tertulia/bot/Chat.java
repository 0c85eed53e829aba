package dev.tertulia.bot;

import java.time.Duration;
import java.util.Locale;

/**
 * A conversation in which people write: a group, or a one-to-one chat with a person. Inside a turn every call is recorded
 * and takes effect when the turn commits.
 */
public sealed interface Chat extends Conversation permits Group, Person {

    /** Sends a message, whether or not the window is open. It leaves before what the handler returns. */
    void send(Notice notice);

    /** Shows the writer of a message of the last 30 days that it was read; earlier messages are not marked along. */
    void markRead(String messageId);

    /**
     * The timers of one name in this chat. {@link OnTimer} of that name handles them.
     *
     * @param name one line of at most 200 characters
     */
    Timer timer(String name);

    /** Starts a timer that carries nothing. */
    default void startTimer(String name, Duration after) {
        startTimer(name, after, "");
    }

    /**
     * Starts a timer; {@link OnTimer} of that name handles it, with this payload. Several of one name may run.
     *
     * @param after counted from now; nothing below zero
     */
    void startTimer(String name, Duration after, String payload);

    /** Stops all timers of that name in this chat. */
    void cancelTimers(String name);

    /** The language in which the framework writes here: the one that was set, or else that of the settings. */
    Locale language();

    /** Sets the language in which the framework writes here, such as {@code Locale.of("pt")}. */
    void language(Locale language);
}
