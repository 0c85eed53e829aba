package dev.tertulia.store;

import org.jspecify.annotations.Nullable;

/**
 * Timers of a conversation to stop.
 *
 * @param key what they have as key; {@code null} for all of the name
 */
public record CancelTimers(String group, String name, @Nullable String key) {

    /** Whether this stops a timer. */
    public boolean stops(StartTimer timer) {
        return timer.group().equals(group) && timer.name().equals(name) && (key == null || key.equals(timer.key()));
    }
}
