package dev.tertulia.server.console.overview;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import dev.tertulia.journal.Step;

/** What this process has counted since it started, from its metrics. */
@Singleton
final class Counts {

    private final MeterRegistry registry;

    Counts(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Events that came in, of all numbers. */
    long in() {
        return sum("tertulia.events.accepted");
    }

    /** Messages and operations that WhatsApp accepted, of all numbers. */
    long out() {
        return registry.find("tertulia.steps").tag("step", name(Step.SENT)).counters().stream()
                .mapToLong(counter -> (long) counter.count()).sum();
    }

    private long sum(String name) {
        return registry.find(name).counters().stream().mapToLong(counter -> (long) counter.count()).sum();
    }

    /** The number of times that a step was taken. */
    long steps(String number, Step step) {
        Counter counter = registry.find("tertulia.steps").tags("number", number, "step", name(step)).counter();
        return counter == null ? 0 : (long) counter.count();
    }

    /** The number of requests of a kind that WhatsApp accepted. */
    long accepted(String number, String kind) {
        Timer timer = registry.find("tertulia.graph.calls")
                .tags("number", number, "kind", kind, "outcome", "accepted").timer();
        return timer == null ? 0 : timer.count();
    }

    /** The refusals of all numbers by error code. */
    Map<Integer, Long> refusals() {
        Map<Integer, Long> byCode = new TreeMap<>();
        registry.find("tertulia.graph.refusals").counters()
                .forEach(counter -> byCode.merge(code(counter), (long) counter.count(), Long::sum));
        return byCode;
    }

    private static int code(Meter counter) {
        String code = counter.getId().getTag("code");
        return code == null ? 0 : Integer.parseInt(code);
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
