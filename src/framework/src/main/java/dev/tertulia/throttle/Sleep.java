package dev.tertulia.throttle;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/** How the pump waits for a permit: really, or in tests by moving a clock. */
@FunctionalInterface
public interface Sleep {

    /**
     * Waits.
     *
     * @throws CancellationException when the thread was interrupted, so that it stops
     */
    void forNanos(long nanos);

    /** A real wait. */
    static Sleep really() {
        return nanos -> {
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("the wait for a permit was interrupted");
                }
                LockSupport.parkNanos(left);
            }
        };
    }
}
