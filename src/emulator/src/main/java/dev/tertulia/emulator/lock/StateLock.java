package dev.tertulia.emulator.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lock that guards all state of an emulator. Counts the changes and lets callers wait for the next one.
 *
 * <p>Reentrant. Methods other than {@link #locked}, {@link #run} and {@link #onWork} require that the caller holds the lock.
 */
public final class StateLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final List<Runnable> signals = new CopyOnWriteArrayList<>();
    private long changes;
    private int watchers;
    private boolean work;

    /** Runs a step with the lock held and returns its result. */
    public <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            unlock();
        }
    }

    /** Runs a step with the lock held. */
    public void run(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            unlock();
        }
    }

    /** Runs the signals after the lock is released, so that they may acquire it again. */
    private void unlock() {
        boolean wake = work && lock.getHoldCount() == 1;
        if (wake) {
            work = false;
        }
        lock.unlock();
        if (wake) {
            signals.forEach(Runnable::run);
        }
    }

    /** Adds a signal that runs after each change that may make a webhook due. */
    public void onWork(Runnable signal) {
        signals.add(signal);
    }

    /** Counts a change and wakes the threads that wait for one. */
    public void changed() {
        changes++;
        change.signalAll();
    }

    /** Counts a change that may make a webhook due. */
    public void work() {
        work = true;
        changed();
    }

    /** Returns the number of changes so far. */
    public long changes() {
        return changes;
    }

    /** Waits until the count differs from the given one. Releases the lock meanwhile. */
    public void awaitChange(long known, Duration atMost) {
        long nanos = atMost.toNanos();
        watchers++;
        try {
            while (changes == known && nanos > 0) {
                nanos = change.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchers--;
        }
    }

    /** Runs a long step without the lock, and acquires the lock again afterwards. */
    public void released(Runnable step) {
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            unlock();
        }
        try {
            step.run();
        } finally {
            for (int i = 0; i < holds; i++) {
                lock.lock();
            }
        }
    }

    /** Returns the number of threads that wait for the next change. */
    public int watchers() {
        return watchers;
    }
}
