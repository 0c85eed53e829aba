package dev.tertulia.emulator;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Delivers webhooks in the background, as soon as they are due. */
final class Deliverer implements AutoCloseable {
    private final Semaphore bell = new Semaphore(0);
    private final Cloud cloud;
    private final Thread thread;
    private volatile boolean closed;

    private Deliverer(Cloud cloud) {
        this.cloud = cloud;
        thread = Thread.ofVirtual().name("webhook-deliverer").unstarted(this::work);
    }

    static Deliverer start(Cloud cloud) {
        var deliverer = new Deliverer(cloud);
        cloud.onWork(deliverer.bell::release);
        deliverer.thread.start();
        return deliverer;
    }

    private void work() {
        try {
            while (!closed) {
                bell.drainPermits();
                if (!cloud.deliverDue()) {
                    rest(cloud.nanosUntilDue());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(long nanos) throws InterruptedException {
        if (nanos > 0) {
            bell.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
