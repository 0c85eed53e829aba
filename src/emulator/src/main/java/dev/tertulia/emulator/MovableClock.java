package dev.tertulia.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that people can move forward: real time plus what was added, or a stopped time plus what was added. */
public final class MovableClock implements InstantSource {
    private final InstantSource base;
    private final boolean ticks;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
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

    /** Moves forward. There is no way back: a message cannot be taken for unsent. */
    public void advance(Duration by) {
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
