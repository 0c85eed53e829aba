package dev.tertulia.server.metrics;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * A count of what WhatsApp refused, by the code that says why.
 *
 * @param by how it told: with the {@code answer} to a request, or later with the {@code status} of a message
 */
record Refusals(MeterRegistry registry, String by) {

    /** Those that say "too many": shown from the start, at zero. */
    private static final List<Integer> LIMITS = List.of(4, 80007, 130429, 131056, 131208);

    void announce(String number) {
        LIMITS.forEach(code -> count(number, code, 0));
    }

    void count(String number, int code) {
        count(number, code, 1);
    }

    private void count(String number, int code, int times) {
        registry.counter("tertulia.graph.refusals", "number", number, "by", by, "code", "" + code).increment(times);
    }
}
