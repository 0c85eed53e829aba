package dev.tertulia.moderation.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.moderation.rules.Condition;

/**
 * A compiled condition.
 *
 * @param cost  compared with those of others, to test the cheap ones first
 * @param need  the counters of this condition alone
 * @param parts the conditions of which it consists
 */
record Compiled(Condition condition, Check check, Cost cost, Need need, List<Compiled> parts) {

    /** What a test costs. */
    enum Cost {
        /** It compares what is known. */
        NOTHING,
        /** It reads the text. */
        TEXT,
        /** It asks another service. */
        CALL
    }

    private static final Need NOTHING_COUNTED = facts -> List.of();

    static Compiled of(Condition condition, Cost cost, Check check) {
        return new Compiled(condition, check, cost, NOTHING_COUNTED, List.of());
    }

    static Compiled counting(Condition condition, Need need, Check check) {
        return new Compiled(condition, check, Cost.NOTHING, need, List.of());
    }

    static Compiled combining(Condition condition, List<Compiled> parts, Check check) {
        Cost cost = parts.stream().map(Compiled::cost).max(Cost::compareTo).orElse(Cost.NOTHING);
        return new Compiled(condition, check, cost, NOTHING_COUNTED, parts);
    }

    Optional<Evidence> test(Facts facts) {
        return check.test(facts);
    }

    /** What this condition and all its parts need to count; empty if they count nothing. */
    Stream<Need> needs() {
        return Stream.concat(Stream.of(need).filter(one -> one != NOTHING_COUNTED),
                parts.stream().flatMap(Compiled::needs));
    }
}
