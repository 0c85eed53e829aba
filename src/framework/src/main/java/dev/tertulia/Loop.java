package dev.tertulia;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.store.StoreUnavailable;

/**
 * A step that is repeated until it no longer goes on, or too many errors come in a row. It continues after exceptions.
 *
 * @param name   of the thread, for logs
 * @param signal ends a pause
 * @param atMost the longest pause after a step that was not busy
 * @param step   returns whether it follows at once
 */
record Loop(String name, BooleanSupplier goesOn, WakeSignal signal, Supplier<Duration> atMost, BooleanSupplier step)
        implements
            Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration STORE_PAUSE = Duration.ofMillis(500);
    /** Errors in a row, such as of memory that ran out, after which a thread is not expected to recover. */
    private static final int MOST_ERRORS = 10;

    @Override
    public void run() {
        int errors = 0;
        while (goesOn.getAsBoolean() && errors < MOST_ERRORS) {
            try {
                long known = signal.count();
                boolean busy = step.getAsBoolean();
                errors = 0;
                if (!busy) {
                    signal.awaitAfter(known, atMost.get());
                }
            } catch (InterruptedException stop) {
                return;
            } catch (CancellationException stop) {
                rest();
            } catch (StoreUnavailable away) {
                LOG.debug("{}: {}", name, away.getMessage());
                rest();
            } catch (RuntimeException e) {
                LOG.error("{} continues after", name, e);
                rest();
            } catch (Error e) {
                errors++;
                LOG.error("{} continues, at most {} times in a row, after", name, MOST_ERRORS, e);
                rest();
            }
        }
    }

    private static void rest() {
        try {
            new WakeSignal().awaitAfter(0, STORE_PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
