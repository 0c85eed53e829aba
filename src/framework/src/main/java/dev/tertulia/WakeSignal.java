package dev.tertulia;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.tertulia.number.Wakeup;

/** A signal that threads wait for. One that is given while nobody waits is not forgotten. */
final class WakeSignal implements Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private long count;
    private boolean planned;
    private long plannedAt;
    private volatile Runnable follower = () -> {};

    @Override
    public void run() {
        wake();
    }

    /** Runs this at each signal too, from now on. To return at once. */
    void tell(Runnable next) {
        follower = next;
    }

    void wake() {
        follower.run();
        lock.lock();
        try {
            count++;
            given.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the signal after a pause; of several that are planned the earliest counts, and the others are left to it. */
    @Override
    public void in(Duration pause) {
        if (!pause.isPositive()) {
            wake();
            return;
        }
        lock.lock();
        try {
            long at = System.nanoTime() + pause.toNanos();
            if (!planned || at - plannedAt < 0) {
                planned = true;
                plannedAt = at;
                given.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How often it was given so far. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a signal after the given count, for so long at most.
     *
     * @return whether it was given
     */
    boolean awaitAfter(long known, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (count == known && end - System.nanoTime() > 0) {
                if (planned && plannedAt - System.nanoTime() <= 0) {
                    planned = false;
                    count++;
                    given.signalAll();
                } else {
                    given.awaitNanos((planned && plannedAt - end < 0 ? plannedAt : end) - System.nanoTime());
                }
            }
            return count != known;
        } finally {
            lock.unlock();
        }
    }
}
