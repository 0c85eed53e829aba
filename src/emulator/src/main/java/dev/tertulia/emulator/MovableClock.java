package dev.tertulia.emulator;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Clock that can be moved forward. Its base either ticks or stands still. */
public final class MovableClock implements InstantSource {
    /** Bounds the wait of a person. */
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

    /** Returns a clock that starts at the current time and ticks. */
    public static MovableClock ticking() {
        return new MovableClock(Clock.systemUTC(), true);
    }

    /** Returns a clock that stands still unless it is moved. */
    public static MovableClock stoppedAt(Instant time) {
        return new MovableClock(InstantSource.fixed(time), false);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(added);
    }

    /** Adds instants at which {@link #advance} stops on its way. */
    public void stopAt(ClockStops what) {
        stops.add(what);
    }

    /**
     * Moves the clock forward, and stops on the way at each instant of {@link #stopAt}. A ticking clock spends at most 30
     * seconds of real time on the stops, and skips the rest.
     *
     * @throws IllegalArgumentException if the duration is negative
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

    /**
     * Moves the clock forward without stops.
     *
     * @throws IllegalArgumentException if the duration is negative
     * @throws DateTimeException if there is no such instant
     */
    public void jump(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "The clock moves forward only, not by %s. Start a new emulator to start afresh."
                            .formatted(by));
        }
        synchronized (this) {
            instant().plus(by); // fails before the clock is beyond all instants
            added = added.plus(by);
        }
        listeners.forEach(Runnable::run);
    }

    /** Returns how far the clock was moved. */
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
