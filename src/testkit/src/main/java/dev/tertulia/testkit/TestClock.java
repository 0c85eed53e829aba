package dev.tertulia.testkit;

import java.time.Duration;
import java.time.Instant;

import dev.tertulia.emulator.MovableClock;

/** The clock of a test: it stands still until somebody moves it, for WhatsApp and for the bot alike. */
public final class TestClock {

    private final World world;
    private final MovableClock clock;

    TestClock(World world, MovableClock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** Moves on, and lets happen what is due by then: timers, retries, what was held. */
    public void advance(Duration by) {
        clock.advance(by);
        world.settle();
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }
}
