package dev.tertulia.testkit;

import java.time.Duration;
import java.time.Instant;

import dev.tertulia.emulator.MovableClock;

/** The clock of a test, for the bot and for the emulated WhatsApp. It stands still until it is moved. */
public final class TestClock {

    private final TestBench bench;
    private final MovableClock clock;

    TestClock(TestBench bench, MovableClock clock) {
        this.bench = bench;
        this.clock = clock;
    }

    /**
     * Moves the clock forward and runs what is due on the way, in chronological order: timers, schedules, retries, the
     * end of held messages.
     */
    public void advance(Duration by) {
        clock.advance(by);
        bench.settle();
    }

    /** Moves the clock forward to an instant, as {@link #advance} does. */
    public void advanceTo(Instant moment) {
        advance(Duration.between(clock.instant(), moment));
    }

    /** The current time of the clock. */
    public Instant now() {
        return clock.instant();
    }
}
