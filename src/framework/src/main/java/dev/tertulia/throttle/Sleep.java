package dev.tertulia.throttle;

import java.util.concurrent.CancellationException;

/** The way in which the pump waits for a permit: in real time, or in tests by moving a clock. */
@FunctionalInterface
public interface Sleep {

    /**
     * Waits.
     *
     * @throws CancellationException if the thread was interrupted or all waits are ended
     */
    void forNanos(long nanos);

    /** Ends all waits, including future ones. */
    default void end() {}

    /** A wait in real time. */
    static Sleep really() {
        return new ThreadSleep();
    }
}
