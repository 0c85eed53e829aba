package dev.tertulia.devmode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a handler of a test's bot. */
public final class Gate {

    private static volatile CountDownLatch entered = new CountDownLatch(1);
    private static volatile CountDownLatch open = new CountDownLatch(1);

    private Gate() {}

    static void shut() {
        entered = new CountDownLatch(1);
        open = new CountDownLatch(1);
    }

    /** Waits until the gate is opened; called by a bot. */
    public static void pass() {
        entered.countDown();
        await(open);
    }

    static void awaitSomebody() {
        await(entered);
    }

    static void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
