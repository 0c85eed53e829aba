package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The expiry of a timer that a bot started.
 *
 * @param name    the name of the timer, which selects the handler
 * @param payload the payload that the bot gave it; empty if none
 * @param key     distinguishes it from other timers of its name; {@code null} if it has none
 * @param member  the {@link Member#id()} of the member that it was started for; {@code null} if it was started for none
 */
public record TimerFired(Origin origin, String name, String payload, @Nullable String key, @Nullable String member)
        implements
            Event {

    /** The expiry of a timer that has neither key nor member. */
    public TimerFired(Origin origin, String name, String payload) {
        this(origin, name, payload, null, null);
    }
}
