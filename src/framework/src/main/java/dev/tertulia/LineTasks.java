package dev.tertulia;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.journal.FailureText;
import dev.tertulia.store.StoreUnavailable;

/** The turns and sends of a line in progress, each on a virtual thread of its own. */
final class LineTasks {

    private static final Logger LOG = LoggerFactory.getLogger(LineTasks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();

    ExecutorService turns() {
        return turns;
    }

    /** An entry whose send failed was settled by the sender. */
    void runSend(Runnable send) {
        sends.execute(() -> {
            try {
                send.run();
            } catch (StoreUnavailable away) {
                LOG.warn("a send was not settled: {}", away.getMessage());
            } catch (CancellationException stop) {
                LOG.debug("a send has not begun: {}", stop.getMessage());
            } catch (RuntimeException | Error e) {
                LOG.error("a send was not settled: {}", FailureText.withoutWords(e));
            }
        });
    }

    /** Takes no more sends, and waits for those in progress. */
    void finishSends() throws InterruptedException {
        finish(sends);
    }

    /** Takes no more turns, and waits for those in progress. */
    void finishTurns() throws InterruptedException {
        finish(turns);
    }

    private static void finish(ExecutorService work) throws InterruptedException {
        work.shutdown();
        if (!work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            work.shutdownNow();
            work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Interrupts what is still in progress. */
    void end() {
        sends.shutdownNow();
        turns.shutdownNow();
    }
}
