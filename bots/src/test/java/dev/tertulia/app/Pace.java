package dev.tertulia.app;

import java.util.concurrent.locks.LockSupport;

/** The pace of a load. */
final class Pace {

    private Pace() {}

    static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
