package dev.tertulia.testkit;

import java.time.Duration;
import java.time.Instant;

import dev.tertulia.emulator.MovableClock;

/** The clock of a test: it stands still until somebody moves it, for WhatsApp and for the bot alike. */
public final class TestClock {

    private final TestBench world;
    private final MovableClock clock;

    TestClock(TestBench world, MovableClock clock) {
        this.world = world;
        this.clock = clock;
    }

    /**
     * Moves on, and lets happen what is due on the way, each at its time and in its order: timers, schedules, retries,
     * the end of what was held.
     */
    public void advance(Duration by) {
        clock.advance(by);
        world.settle();
    }

    /** Moves on to that moment, as {@link #advance} does. */
    public void advanceTo(Instant moment) {
        advance(Duration.between(clock.instant(), moment));
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }
}
