package dev.tertulia.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;

/**
 * A timer to start.
 *
 * @param id unique within the group
 * @param key distinguishes it from other timers of its name; {@code null} if it has none
 * @param member the {@code Member.id()} of the member that it is for; {@code null} if it is for none
 */
public record StartTimer(String group, String name, String id, Instant at, String payload, @Nullable String key,
        @Nullable String member) {

    /** A timer that has neither key nor member. */
    public StartTimer(String group, String name, String id, Instant at, String payload) {
        this(group, name, id, at, payload, null, null);
    }

    /**
     * The event of this timer when it expires.
     *
     * @param number id of the phone number that the timer belongs to
     * @param now the time of the event
     */
    public TimerFired fired(String number, Instant now) {
        return new TimerFired(new Origin(number, "", group, now, "timer:" + id), name, payload, key, member);
    }
}
