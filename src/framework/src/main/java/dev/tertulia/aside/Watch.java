package dev.tertulia.aside;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;

/** Who keeps what is put aside within its bounds, and tells in time. */
public final class Watch {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double NEARLY = 0.8;

    private final String number;
    private final AsideStore store;
    private final AsideSettings settings;
    private final InstantSource clock;
    private final Journal journal;
    private final Map<Kind, State> told = new EnumMap<>(Kind.class);
    private Instant next = Instant.MIN;

    /** What was told of a kind last. */
    private enum State {
        ROOM,
        NEARLY_FULL
    }

    public Watch(String number, AsideStore store, AsideSettings settings, InstantSource clock, Journal journal) {
        this.number = number;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
    }

    /** Looks whether there is too much; once a second at most, however often it is called. */
    public void look() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        for (Kind kind : Kind.values()) {
            settings.most(kind).ifPresent(most -> look(kind, most));
        }
    }

    private void look(Kind kind, int most) {
        Drawer drawer = store.drawer(kind);
        long count = drawer.count();
        OptionalLong mostBytes = settings.mostBytes(kind);
        long bytes = mostBytes.isPresent() ? drawer.bytes() : 0;
        boolean nearlyFull = bytes > mostBytes.orElse(0) * NEARLY;
        State state = count > most * NEARLY || nearlyFull ? State.NEARLY_FULL : State.ROOM;
        if (state != told.put(kind, state) && state == State.NEARLY_FULL) {
            record(Step.NEARLY_FULL, kind, (nearlyFull
                    ? "%d of at most %d bytes".formatted(bytes, mostBytes.getAsLong())
                    : "%d of at most %d".formatted(count, most))
                    + " lie aside; retry or discard some, or the oldest are dropped");
        }
        dropped(kind, count > most ? drawer.trim(most) : 0, most + "");
        if (bytes > mostBytes.orElse(Long.MAX_VALUE)) {
            dropped(kind, drawer.trimBytes(mostBytes.getAsLong()), mostBytes.getAsLong() + " bytes");
        }
    }

    private void dropped(Kind kind, long dropped, String most) {
        if (dropped > 0) {
            record(Step.OVERFLOWED, kind,
                    "the oldest %d were dropped, since more than %s lay aside".formatted(dropped, most));
        }
    }

    private void record(Step step, Kind kind, String detail) {
        journal.record(new Journal.Entry(step, number, "", kind.name(), detail));
    }
}
