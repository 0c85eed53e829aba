package dev.tertulia.emulator.webhook;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Background thread that delivers webhooks as soon as they are due. */
public final class Deliverer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    private final Semaphore bell = new Semaphore(0);
    private final WebhookSender sender;
    private final Thread thread;
    private volatile boolean closed;

    private Deliverer(WebhookSender sender) {
        this.sender = sender;
        thread = Thread.ofVirtual().name("webhook-deliverer").unstarted(this::work);
    }

    /** Starts the thread. */
    public static Deliverer start(WebhookSender sender) {
        var deliverer = new Deliverer(sender);
        sender.onWork(deliverer.bell::release);
        deliverer.thread.start();
        return deliverer;
    }

    private void work() {
        try {
            while (!closed) {
                bell.drainPermits();
                if (!delivered()) {
                    rest(sender.nanosUntilDue());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure does not end the thread. */
    private boolean delivered() throws InterruptedException {
        try {
            return sender.deliverDue();
        } catch (RuntimeException | Error e) {
            LOG.error("Delivery of webhooks failed; it is resumed in a second", e);
            rest(TimeUnit.SECONDS.toNanos(1));
            return true;
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
