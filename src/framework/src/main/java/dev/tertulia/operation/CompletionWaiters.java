package dev.tertulia.operation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.tertulia.message.Operation;

/**
 * The threads that wait for operations to end. Ends in this process wake them; ends in other replicas are found by
 * polling.
 */
final class CompletionWaiters {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    Operation await(Supplier<Operation> look, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Operation operation = look.get();
            long left = end - System.nanoTime();
            if (operation.ended() || left <= 0) {
                return operation;
            }
            awaitEnd(Math.min(left, LOOK));
        }
    }

    private void awaitEnd(long nanos) throws InterruptedException {
        lock.lock();
        try {
            ended.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
