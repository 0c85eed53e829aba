package dev.tertulia.server.metrics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

import dev.tertulia.graph.Disposition;
import dev.tertulia.graph.ErrorCatalogue;

/**
 * Counters of WhatsApp's refusals by error code.
 *
 * @param by how a refusal arrives: in the {@code answer} to a request, or later in the {@code status} of a message
 */
record Refusals(MeterRegistry registry, String by) {

    private static final Set<Disposition> TOO_MANY = EnumSet.of(Disposition.SLOW_MESSAGES, Disposition.SLOW_OPERATIONS,
            Disposition.SLOW_GROUP, Disposition.SLOW_APP);
    /** Codes whose counters are registered at zero. */
    private static final List<Integer> LIMITS = ErrorCatalogue.all().stream()
            .filter(entry -> TOO_MANY.contains(entry.disposition())).map(ErrorCatalogue.Entry::code).toList();

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
