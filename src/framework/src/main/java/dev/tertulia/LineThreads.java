package dev.tertulia;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.inbox.StoreAway;
import dev.tertulia.outbox.LaneKind;

/**
 * The threads that drive a line: one claims groups, one pumps each lane, one renews leases and fires timers. Turns
 * and sends run on virtual threads of their own.
 */
public final class LineThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineThreads.class);
    private static final Duration LOOK_FOR_MAIL = Duration.ofMillis(100);
    private static final Duration LOOK_FOR_SENDS = Duration.ofMillis(50);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration STORE_PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TIMERS_AT_ONCE = 100;
    private static final int TICKS_PER_LOOK = 4;

    private final Line line;
    private final InstantSource clock;
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Thread> loops = new ArrayList<>();
    private volatile boolean running = true;
    private volatile boolean leading;
    private int ticks;

    private LineThreads(Line line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
    }

    /** Starts them. */
    public static LineThreads start(Line line, InstantSource clock) {
        LineThreads threads = new LineThreads(line, clock);
        threads.loop("tick", new Signal(), TICK, threads::tick);
        threads.loop("dispatch", line.mail(), LOOK_FOR_MAIL, () -> line.dispatcher().dispatch(threads.work) > 0);
        for (LaneKind kind : LaneKind.values()) {
            threads.loop("pump-" + kind, line.sends(), LOOK_FOR_SENDS,
                    () -> threads.leading && line.pump().pump(kind, threads::runSend) > 0);
        }
        return threads;
    }

    /** A send that ends may make room for the group's next. */
    private void runSend(Runnable send) {
        work.execute(() -> {
            try {
                send.run();
            } catch (StoreAway away) {
                LOG.warn("a send was not settled: {}", away.getMessage());
            } finally {
                line.sends().wake();
            }
        });
    }

    private boolean tick() {
        leading = line.pump().lead();
        line.dispatcher().renew();
        if (line.stores().inbox().fireTimers(clock.instant(), TIMERS_AT_ONCE) > 0) {
            line.mail().wake();
        }
        if (leading) {
            line.pump().releaseOverheld();
            line.operations().expire();
        }
        if (ticks++ % TICKS_PER_LOOK == 0) {
            line.backlog().look();
        }
        return false;
    }

    private void loop(String name, Signal signal, Duration look, BooleanSupplier step) {
        loops.add(Thread.ofVirtual().name(name + "-" + line.number()).start(() -> {
            while (running) {
                try {
                    long known = signal.rings();
                    if (!step.getAsBoolean()) {
                        signal.awaitAfter(known, look);
                    }
                } catch (InterruptedException | CancellationException stop) {
                    return;
                } catch (StoreAway away) {
                    LOG.debug("{}: {}", name, away.getMessage());
                    rest();
                } catch (RuntimeException e) {
                    LOG.error("{} goes on after", name, e);
                    rest();
                }
            }
        }));
    }

    private void rest() {
        try {
            new Signal().awaitAfter(0, STORE_PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes the turns and sends in hand, then gives groups and the pump's lease to whoever wants them. */
    @Override
    public void close() {
        running = false;
        line.dispatcher().stop();
        loops.forEach(Thread::interrupt);
        work.shutdown();
        try {
            if (!work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                work.shutdownNow();
            }
            line.pump().resign();
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (StoreAway away) {
            LOG.debug("the lease runs out by itself: {}", away.getMessage());
        }
    }
}
