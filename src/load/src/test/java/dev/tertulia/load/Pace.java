package dev.tertulia.load;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/** Timing of a load. */
public final class Pace {

    private Pace() {}

    /** Waits for a time. */
    public static void pause(Duration length) {
        awaitNanos(System.nanoTime() + length.toNanos());
    }

    /**
     * Waits until a value of {@link System#nanoTime}.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public static void awaitNanos(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new CancellationException("the load is over");
            }
            LockSupport.parkNanos(left);
        }
    }
}
