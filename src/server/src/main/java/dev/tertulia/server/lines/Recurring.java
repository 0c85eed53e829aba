package dev.tertulia.server.lines;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again on a thread of its own. What one time throws is logged, and it is done again. */
public final class Recurring implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final ScheduledExecutorService timer;

    /**
     * Nothing yet.
     *
     * @param name of the thread
     */
    public Recurring(String name) {
        this.name = name;
        this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** Begins now, and waits that long after each time. */
    public void start(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) { // an executor would end it in silence
                LOG.error("{} goes on after", name, e);
            }
        }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
