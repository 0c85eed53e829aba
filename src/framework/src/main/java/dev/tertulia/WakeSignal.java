package dev.tertulia;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bell: whoever waits goes on at once when it rings, and a ring while nobody waits is not forgotten. */
final class WakeSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rang = lock.newCondition();
    private long rings;

    void wake() {
        lock.lock();
        try {
            rings++;
            rang.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it rang so far. */
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a ring after the given count, for so long at most.
     *
     * @return whether it rang
     */
    boolean awaitAfter(long known, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (rings == known && nanos > 0) {
                nanos = rang.awaitNanos(nanos);
            }
            return rings != known;
        } finally {
            lock.unlock();
        }
    }
}
