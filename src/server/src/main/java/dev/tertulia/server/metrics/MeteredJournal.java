package dev.tertulia.server.metrics;

import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;

/** A journal that counts its entries and delegates to another journal. */
public final class MeteredJournal implements Journal {

    private final Journal journal;
    private final MeterRegistry registry;
    private final Refusals failures;

    public MeteredJournal(Journal journal, MeterRegistry registry) {
        this.journal = journal;
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
        count(accepted.number(), accepted.fresh(), accepted.events().size() - accepted.fresh());
        journal.accepted(accepted);
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
