package dev.tertulia.number;

import java.time.Duration;

/** A signal to a thread that has more work. */
@FunctionalInterface
public interface Wakeup extends Runnable {

    /** Gives the signal after a pause. A signal that has no clock leaves it to the next sweep. */
    default void in(Duration pause) {
        if (!pause.isPositive()) {
            run();
        }
    }
}
