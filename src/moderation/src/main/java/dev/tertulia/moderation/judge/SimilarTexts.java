package dev.tertulia.moderation.judge;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import dev.tertulia.fleet.Counter;
import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.text.SimHash;

/** The check of nearly the same text: a text is counted under each band of its fingerprint, and found again under one. */
final class SimilarTexts {

    private static final int HEX = 16;

    private SimilarTexts() {}

    static Compiled check(Condition.Repeated repeated, CounterNames names) {
        Need need = facts -> counters(repeated, names, facts);
        return Compiled.counting(repeated, need, facts -> {
            long times = need.counters(facts).stream().flatMap(counter -> facts.count(counter).values().stream())
                    .distinct().filter(value -> fingerprint(value).isNear(facts.similarity())).count();
            return times >= repeated.times()
                    ? Optional.of(Evidence.found("repeated", times + " times nearly the same text in "
                            + Durations.show(repeated.within())))
                    : Optional.empty();
        });
    }

    private static List<Counter> counters(Condition.Repeated repeated, CounterNames names, Facts facts) {
        if (facts.fingerprint().isEmpty()) {
            return List.of();
        }
        String value = HexFormat.of().toHexDigits(facts.similarity().bits())
                + CounterNames.hash(facts.subject().origin().key());
        return facts.similarity().bands().stream()
                .map(band -> new Counter(names.of("like/" + band, repeated.per(), facts), repeated.within(), value))
                .toList();
    }

    private static SimHash fingerprint(String value) {
        return new SimHash(Long.parseUnsignedLong(value, 0, HEX, HEX));
    }
}
