package dev.tertulia.server.lines;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timer that repeats a task on its own thread. Exceptions are logged, and the task is repeated. */
public final class Recurring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final ScheduledExecutorService timer;

    /**
     * Creates a timer that is not yet started.
     *
     * @param name of the thread
     */
    public Recurring(String name) {
        this.name = name;
        this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** Runs the task now, and again after each pause. */
    public void start(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) { // otherwise the executor silently stops repeating
                LOG.error("{} failed and will be repeated", name, e);
            }
        }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
