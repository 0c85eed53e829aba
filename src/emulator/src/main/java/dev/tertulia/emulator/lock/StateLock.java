package dev.tertulia.emulator.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock of a cloud, the count of its changes, and whoever waits for the next one. */
public final class StateLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final List<Runnable> signals = new CopyOnWriteArrayList<>();
    private long changes;
    private int watchers;
    private boolean work;

    public <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            unlock();
        }
    }

    public void run(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            unlock();
        }
    }

    /** Signals only after the lock is free: whoever is woken may come straight back in. */
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

    public void onWork(Runnable signal) {
        signals.add(signal);
    }

    public void changed() {
        changes++;
        change.signalAll();
    }

    public void work() {
        work = true;
        changed();
    }

    public long changes() {
        return changes;
    }

    /** Waits until the count is another than the one given. The lock is free meanwhile. */
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

    /** Runs a step that takes long while the lock is free, although the caller holds it. */
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

    /** How many wait for the next change. */
    public int watchers() {
        return watchers;
    }
}
