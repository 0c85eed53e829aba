package dev.tertulia;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.tertulia.message.Events;

/** A clock that stands still until it is moved. */
public final class ManualClock implements InstantSource {

    private Instant now = Events.NOW;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves it on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }
}
