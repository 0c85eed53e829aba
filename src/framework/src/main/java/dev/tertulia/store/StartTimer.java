package dev.tertulia.store;

import java.time.Instant;

import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;

/**
 * A timer to start.
 *
 * @param id unique within the group
 */
public record StartTimer(String group, String name, String id, Instant at, String payload) {

    /**
     * The event of this timer after it has run out.
     *
     * @param number id of the phone number that the timer belongs to
     * @param now    the time of the event
     */
    public TimerFired fired(String number, Instant now) {
        return new TimerFired(new Origin(number, "", group, now, "timer:" + id), name, payload);
    }
}
