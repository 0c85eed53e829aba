package dev.tertulia.throttle;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A wait that blocks its thread until the time is over or all waits are ended. */
final class ThreadSleep implements Sleep {

    private final Set<Thread> sleepers = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    @Override
    public void forNanos(long nanos) {
        long end = System.nanoTime() + nanos;
        Thread sleeper = Thread.currentThread();
        sleepers.add(sleeper);
        try {
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                if (over || sleeper.isInterrupted()) {
                    throw new CancellationException("the wait for a permit was ended");
                }
                LockSupport.parkNanos(left);
            }
        } finally {
            sleepers.remove(sleeper);
        }
    }

    @Override
    public void end() {
        over = true;
        sleepers.forEach(LockSupport::unpark);
    }
}
