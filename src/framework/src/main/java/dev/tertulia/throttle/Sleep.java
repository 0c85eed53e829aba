package dev.tertulia.throttle;

import java.util.concurrent.CancellationException;

/** How the pump waits for a permit: really, or in tests by moving a clock. */
@FunctionalInterface
public interface Sleep {

    /**
     * Waits.
     *
     * @throws CancellationException when the thread was interrupted or all waits are ended, so that it stops
     */
    void forNanos(long nanos);

    /** Ends all waits, also those to come. */
    default void end() {}

    /** A real wait. */
    static Sleep really() {
        return new ThreadSleep();
    }
}
