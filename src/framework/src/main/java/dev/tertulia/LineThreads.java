package dev.tertulia;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.throttle.LaneKind;

/**
 * The threads that drive a line: one claims groups, one pumps each lane, one renews leases and fires timers. Turns
 * and sends run on virtual threads of their own.
 */
public final class LineThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineThreads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TICKS_PER_ROUND = 4;

    private final Line line;
    private final Consumer<String> whenDead;
    private final LineTasks tasks = new LineTasks();
    private final List<Thread> takers = new ArrayList<>();
    private final WakeSignal end = new WakeSignal();
    private final @Nullable IdleWatch idleWatch;
    private volatile Pace pace;
    private volatile boolean launched;
    private volatile Runnable beforeStart = () -> {};
    private volatile boolean taking = true;
    private volatile boolean keeping = true;
    private volatile boolean leading;
    private volatile boolean dead;
    private volatile boolean atOnce;
    private volatile long rounds;
    private int ticks;
    /** Duties of which there was more to do at the last tick. */
    private final Set<Duty> busy = new HashSet<>();

    private LineThreads(Line line, Consumer<String> whenDead, boolean mayIdle, Pace pace) {
        this.line = line;
        this.whenDead = whenDead;
        this.idleWatch = mayIdle ? new IdleWatch(line) : null;
        this.pace = pace;
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
        return start(line, whenDead, false);
    }

    /**
     * Starts them.
     *
     * @param whenDead is called with the reason if a thread ends and the line cannot continue in this process
     * @param mayIdle  whether the store is asked less often while there is nothing to do
     */
    public static LineThreads start(Line line, Consumer<String> whenDead, boolean mayIdle) {
        LineThreads threads = prepared(line, whenDead, mayIdle, Pace.ACTIVE);
        threads.launch();
        return threads;
    }

    /**
     * Prepares them for a number that has no work as far as is known. They start when it has some: at a signal of this
     * process or another, or by {@link #look}.
     *
     * @param whenDead    is called with the reason if a thread ends and the line cannot continue in this process
     * @param beforeStart is called before they start; if it fails, the next signal tries again
     */
    public static LineThreads dormant(Line line, Consumer<String> whenDead, Runnable beforeStart) {
        LineThreads threads = prepared(line, whenDead, true, Pace.DORMANT);
        threads.beforeStart = beforeStart;
        return threads;
    }

    private static LineThreads prepared(Line line, Consumer<String> whenDead, boolean mayIdle, Pace pace) {
        LineThreads threads = new LineThreads(line, whenDead, mayIdle, pace);
        line.mail().tell(threads::stir);
        line.sends().tell(threads::stir);
        line.pump().sendDirectly(threads.tasks::runSend);
        line.dispatcher().startDirectly(threads::runTurn);
        return threads;
    }

    private synchronized void launch() {
        if (!taking || launched) {
            return;
        }
        beforeStart.run(); // before the mark, so that the next signal tries again if it fails
        launched = true;
        loop("tick", () -> keeping, end, () -> pace.tick(), this::tick).start();
        take("dispatch", line.mail(), () -> line.dispatcher().dispatch(tasks.turns()) > 0);
        pump(LaneKind.MESSAGES);
        pump(LaneKind.OPERATIONS);
    }

    private void take(String name, WakeSignal signal, BooleanSupplier step) {
        Thread taker = loop(name, () -> taking, signal, () -> pace.look(), step);
        takers.add(taker);
        taker.start();
    }

    private void pump(LaneKind kind) {
        take("pump-" + kind, line.sends(), () -> pumpOnce(kind));
    }

    /** Whatever may follow gives a signal of its own, so that an entry that cannot leave is not asked for again at once. */
    private boolean pumpOnce(LaneKind kind) {
        if (leading) {
            line.pump().pump(kind, tasks::runSend);
        }
        return false;
    }

    /** A turn ends the idleness of the line, so that its claim is kept and this process may send its answer. */
    private void runTurn(Runnable turn) {
        tasks.turns().execute(turn);
        stir();
    }

    private void stir() {
        if (idleWatch != null) {
            idleWatch.active();
            if (!launched) {
                launch();
            }
            if (pace != Pace.ACTIVE) {
                end.wake();
            }
        }
    }

    /** Every duty comes once a second; one that left more to do comes again at the next tick. */
    private boolean tick() {
        boolean round = ticks++ % TICKS_PER_ROUND == 0 || atOnce;
        pace = round && !atOnce ? lookedUp() : Pace.ACTIVE;
        atOnce = false;
        if (pace != Pace.ACTIVE && idleWatch != null && !idleWatch.isActive()) { // a signal before the change wakes nobody
            rest();
            return false;
        }
        pace = Pace.ACTIVE;
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

    private Pace lookedUp() {
        return idleWatch != null && taking && busy.isEmpty() ? idleWatch.pace() : Pace.ACTIVE;
    }

    /** The next tick is a round, which looks again. */
    private synchronized void rest() {
        ticks = 0;
        rounds++;
        if (leading) {
            leading = false;
            line.pump().rest();
        }
    }

    private boolean isDue(Duty duty) {
        return switch (duty.when()) {
            case ALWAYS -> true;
            case TAKING -> taking;
            case LEADING -> leading;
        };
    }

    /** Whether the number is not left to the sweep over all numbers. */
    public boolean isAwake() {
        return pace != Pace.DORMANT;
    }

    /** Looks for work, if the line does not do so every second anyway. */
    public void look() {
        if (pace != Pace.ACTIVE) {
            line.wake();
        }
    }

    /** Looks after all at once, and not within the second: the clock was moved. */
    public void lookNow() {
        atOnce = true;
        line.wake();
        end.wake();
    }

    /** Gives all signals: another process has stored work for this one. */
    public void wake() {
        line.wake();
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

    private Thread loop(String name, BooleanSupplier goesOn, WakeSignal signal, Supplier<Duration> atMost,
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
        synchronized (this) {
            taking = false;
        }
        line.stop();
        line.pump().sendDirectly(null);
        line.throttle().end();
        line.mail().wake();
        line.sends().wake();
        try {
            for (Thread taker : takers) {
                taker.join(PATIENCE);
            }
            tasks.finishSends();
            resign();
            tasks.finishTurns();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable away) {
            LOG.debug("the lease and the claims expire: {}", away.getMessage());
        } finally {
            tasks.end();
            keeping = false;
            end.wake();
        }
    }
}
