package dev.tertulia.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A clock that people can move forward: real time plus what was added, or a stopped time plus what was added. */
public final class MovableClock implements InstantSource {
    /** A person waits for it. */
    private static final long LONGEST_WALK = TimeUnit.SECONDS.toNanos(30);

    private final InstantSource base;
    private final boolean ticks;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<ClockStops> stops = new CopyOnWriteArrayList<>();
    private final Object way = new Object();
    private volatile Duration added = Duration.ZERO;

    private MovableClock(InstantSource base, boolean ticks) {
        this.base = base;
        this.ticks = ticks;
    }

    public static MovableClock ticking() {
        return new MovableClock(Clock.systemUTC(), true);
    }

    public static MovableClock stoppedAt(Instant time) {
        return new MovableClock(InstantSource.fixed(time), false);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(added);
    }

    /** Lets the clock stop on its way at what happens then, whenever it is moved from now on. */
    public void stopAt(ClockStops what) {
        stops.add(what);
    }

    /**
     * Moves forward, and stops on the way at each moment at which something happens; a clock that ticks does so for half
     * a minute at most, and takes the rest at once. There is no way back: a message cannot be taken for unsent.
     */
    public void advance(Duration by) {
        if (stops.isEmpty() || by.isNegative()) {
            jump(by);
            return;
        }
        synchronized (way) {
            Instant end = instant().plus(by);
            stops.forEach(ClockStops::settle);
            long patience = System.nanoTime() + LONGEST_WALK;
            for (Optional<Instant> stop = stop(end); stop.isPresent()
                    && (!ticks || System.nanoTime() < patience); stop = stop(end)) {
                moveTo(stop.get());
                stops.forEach(ClockStops::settle);
            }
            moveTo(end);
        }
    }

    private Optional<Instant> stop(Instant end) {
        Instant now = instant();
        return stops.stream().flatMap(what -> what.after(now).stream()).min(Comparator.naturalOrder())
                .filter(stop -> stop.isAfter(now) && stop.isBefore(end));
    }

    private void moveTo(Instant moment) {
        Duration left = Duration.between(instant(), moment);
        if (!left.isNegative()) {
            jump(left);
        }
    }

    /** Moves forward at once, without a stop on the way. */
    public void jump(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "The clock only moves forward, so %s is refused. Start a new emulator to begin again."
                            .formatted(by));
        }
        synchronized (this) {
            added = added.plus(by);
        }
        listeners.forEach(Runnable::run);
    }

    /** How far it was moved. */
    Duration ahead() {
        return added;
    }

    boolean ticks() {
        return ticks;
    }

    void onMove(Runnable listener) {
        listeners.add(listener);
    }
}
