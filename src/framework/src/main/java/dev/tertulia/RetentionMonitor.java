package dev.tertulia;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.DeadLetterStore;

/** Trims dead letters and quarantine to their limits and warns at 80 %. */
final class RetentionMonitor {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double NEARLY = 0.8;

    private final String number;
    private final DeadLetterStore store;
    private final DeadLetterSettings settings;
    private final InstantSource clock;
    private final Journal journal;
    private final Map<DeadLetterKind, State> told = new EnumMap<>(DeadLetterKind.class);
    private Instant next = Instant.MIN;

    /** The last warning about a kind. */
    private enum State {
        ROOM,
        NEARLY_FULL
    }

    RetentionMonitor(String number, DeadLetterStore store, DeadLetterSettings settings, InstantSource clock,
            Journal journal) {
        this.number = number;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
    }

    /** Checks the limits, at most once a second however often it is called. */
    void look() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        for (DeadLetterKind kind : DeadLetterKind.values()) {
            settings.most(kind).ifPresent(most -> look(kind, most));
        }
    }

    private void look(DeadLetterKind kind, int most) {
        DeadLetterQueue queue = store.queue(kind);
        long count = queue.count();
        OptionalLong mostBytes = settings.mostBytes(kind);
        long bytes = mostBytes.isPresent() ? queue.bytes() : 0;
        boolean nearlyFull = bytes > mostBytes.orElse(0) * NEARLY;
        State state = count > most * NEARLY || nearlyFull ? State.NEARLY_FULL : State.ROOM;
        if (state != told.put(kind, state) && state == State.NEARLY_FULL) {
            record(Step.NEARLY_FULL, kind, (nearlyFull
                    ? "%d of at most %d bytes".formatted(bytes, mostBytes.getAsLong())
                    : "%d of at most %d".formatted(count, most))
                    + " are stored; retry or discard some, or the oldest are dropped");
        }
        dropped(kind, count > most ? queue.trim(most) : 0, most + "");
        if (bytes > mostBytes.orElse(Long.MAX_VALUE)) {
            dropped(kind, queue.trimBytes(mostBytes.getAsLong()), mostBytes.getAsLong() + " bytes");
        }
    }

    private void dropped(DeadLetterKind kind, long dropped, String most) {
        if (dropped > 0) {
            record(Step.OVERFLOWED, kind,
                    "the oldest %d were dropped, because more than %s were stored".formatted(dropped, most));
        }
    }

    private void record(Step step, DeadLetterKind kind, String detail) {
        journal.record(new Journal.Entry(step, number, "", kind.name(), detail));
    }
}
