package dev.tertulia.store;

import org.jspecify.annotations.Nullable;

/**
 * Timers of a conversation to stop.
 *
 * @param key their key; {@code null} for all timers of the name
 */
public record CancelTimers(String group, String name, @Nullable String key) {

    /** Whether a timer is among them. */
    public boolean stops(StartTimer timer) {
        return timer.group().equals(group) && timer.name().equals(name) && (key == null || key.equals(timer.key()));
    }
}
