package dev.tertulia;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.journal.FailureText;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.throttle.LaneKind;

/**
 * The threads that drive a line: one claims groups, one pumps each lane, one renews leases and fires timers. Turns
 * and sends run on virtual threads of their own.
 */
public final class LineThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineThreads.class);
    /** Signals say when there is work; a look at the store repairs one that was lost. */
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TICKS_PER_ROUND = 4;

    private final Line line;
    private final Consumer<String> whenDead;
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Thread> takers = new ArrayList<>();
    private final WakeSignal end = new WakeSignal();
    private final Thread keeper;
    private volatile boolean taking = true;
    private volatile boolean keeping = true;
    private volatile boolean leading;
    private volatile boolean dead;
    private volatile boolean atOnce;
    private volatile long rounds;
    private int ticks;
    /** Duties of which there was more to do at the last tick. */
    private final Set<Duty> busy = new HashSet<>();

    private LineThreads(Line line, Consumer<String> whenDead) {
        this.line = line;
        this.whenDead = whenDead;
        this.keeper = loop("tick", () -> keeping, end, TICK, this::tick);
    }

    /** Starts them. */
    public static LineThreads start(Line line) {
        return start(line, reason -> {});
    }

    /**
     * Starts them.
     *
     * @param whenDead is called with the reason if a thread ends and the line cannot continue in this process
     */
    public static LineThreads start(Line line, Consumer<String> whenDead) {
        LineThreads threads = new LineThreads(line, whenDead);
        threads.keeper.start();
        line.pump().sendDirectly(threads::runSend);
        line.dispatcher().startDirectly(threads.turns);
        threads.take("dispatch", line.mail(), () -> line.dispatcher().dispatch(threads.turns) > 0);
        threads.pump(LaneKind.MESSAGES);
        threads.pump(LaneKind.OPERATIONS);
        return threads;
    }

    private void take(String name, WakeSignal signal, BooleanSupplier step) {
        Thread taker = loop(name, () -> taking, signal, LOOK, step);
        takers.add(taker);
        taker.start();
    }

    private void pump(LaneKind kind) {
        take("pump-" + kind, line.sends(), () -> pumpOnce(kind));
    }

    /** Whatever may follow gives a signal of its own, so that an entry that cannot leave is not asked for again at once. */
    private boolean pumpOnce(LaneKind kind) {
        if (leading) {
            line.pump().pump(kind, this::runSend);
        }
        return false;
    }

    /** An entry whose send failed was settled by the sender. */
    private void runSend(Runnable send) {
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

    /** Every duty comes once a second; one that left more to do comes again at the next tick. */
    private boolean tick() {
        boolean round = ticks++ % TICKS_PER_ROUND == 0 || atOnce;
        atOnce = false;
        if (round) {
            lead();
        }
        for (Duty duty : line.duties()) {
            boolean leftMore = busy.remove(duty);
            if ((round || leftMore) && isDue(duty) && duty.action().getAsBoolean()) {
                busy.add(duty);
            }
        }
        if (round) {
            rounds++;
        }
        return false;
    }

    private boolean isDue(Duty duty) {
        return switch (duty.when()) {
            case ALWAYS -> true;
            case TAKING -> taking;
            case LEADING -> leading;
        };
    }

    /** Looks after all at once, and not within the second: the clock was moved. */
    public void lookNow() {
        atOnce = true;
        end.wake();
        line.mail().wake();
        line.sends().wake();
    }

    /** Whether these are the threads of this line. */
    public boolean drives(Line other) {
        return line == other;
    }

    /** How often all was looked after. */
    public long rounds() {
        return rounds;
    }

    /** While stopping, keeps a lease that it has, because sends are in flight, but never acquires one. */
    private synchronized void lead() {
        boolean before = leading;
        leading = (taking || leading) && line.pump().lead();
        if (leading && !before) {
            line.sends().wake();
        }
    }

    private synchronized void resign() {
        leading = false;
        line.pump().resign();
    }

    private Thread loop(String name, BooleanSupplier goesOn, WakeSignal signal, Duration atMost,
            BooleanSupplier step) {
        return Thread.ofVirtual().name(name + "-" + line.number()).unstarted(() -> {
            try {
                new Loop(name, goesOn, signal, atMost, step).run();
            } finally {
                if (goesOn.getAsBoolean()) {
                    giveUp(name + " of " + line.number() + " has ended");
                }
            }
        });
    }

    /** A line that lacks a thread works no more, and nothing in this process can mend it. */
    private void giveUp(String reason) {
        dead = true;
        LOG.error("{}: this process cannot continue the line", reason);
        whenDead.accept(reason);
    }

    /** Whether all of them live that should; else only another process can go on with the line. */
    public boolean alive() {
        return !dead;
    }

    /**
     * Takes nothing more, and begins no send that waits for its permit; lets another replica pump once the last send is
     * over, then finishes the turns. Claims and lease are kept until then: were they to run out, others would think that
     * this replica died in the middle of things.
     */
    @Override
    public void close() {
        taking = false;
        line.stop();
        line.pump().sendDirectly(null);
        line.throttle().end();
        line.mail().wake();
        line.sends().wake();
        try {
            for (Thread taker : takers) {
                taker.join(PATIENCE);
            }
            finish(sends);
            resign();
            finish(turns);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable away) {
            LOG.debug("the lease and the claims expire: {}", away.getMessage());
        } finally {
            sends.shutdownNow();
            turns.shutdownNow();
            keeping = false;
            end.wake();
        }
    }

    private static void finish(ExecutorService work) throws InterruptedException {
        work.shutdown();
        if (!work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            work.shutdownNow();
            work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
