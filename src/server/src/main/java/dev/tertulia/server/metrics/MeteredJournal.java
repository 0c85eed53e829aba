package dev.tertulia.server.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;

/** A journal that counts its entries and delegates to another journal. */
public final class MeteredJournal implements Journal {

    private final Journal journal;
    private final MeterRegistry registry;
    private final Refusals failures;
    private final InstantSource clock;
    private final Map<String, Instant> lastAccepted = new ConcurrentHashMap<>();

    public MeteredJournal(Journal journal, MeterRegistry registry, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.registry = registry;
        this.failures = new Refusals(registry, "status");
    }

    @Override
    public void record(Entry entry) {
        count(entry.number(), entry.step(), 1);
        journal.record(entry);
    }

    /** Registers a number's counters at zero, so that alerts need not handle missing counters. */
    void announce(String number) {
        for (Step step : Step.values()) {
            count(number, step, 0);
        }
        count(number, 0, 0);
        failures.announce(number);
    }

    private void count(String number, Step step, int times) {
        registry.counter("tertulia.steps", "number", number, "step", step.name().toLowerCase(Locale.ROOT))
                .increment(times);
    }

    @Override
    public void accepted(Accepted accepted) {
        lastAccepted.put(accepted.number(), clock.instant());
        count(accepted.number(), accepted.fresh(), accepted.events().size() - accepted.fresh());
        journal.accepted(accepted);
    }

    /** When this process last accepted a delivery for a number; empty if it never did. */
    public Optional<Instant> lastAccepted(String number) {
        return Optional.ofNullable(lastAccepted.get(number));
    }

    private void count(String number, int fresh, int seenBefore) {
        registry.counter("tertulia.events.accepted", "number", number).increment(fresh);
        registry.counter("tertulia.events.duplicates", "number", number).increment(seenBefore);
    }

    @Override
    public void turned(Turned turned) {
        registry.timer("tertulia.turns", "number", turned.number()).record(turned.took());
        turned.lateFailure().ifPresent(code -> failures.count(turned.number(), code));
        journal.turned(turned);
    }
}
