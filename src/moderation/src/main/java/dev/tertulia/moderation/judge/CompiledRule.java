package dev.tertulia.moderation.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;

/**
 * A compiled rule of a policy.
 *
 * @param needs          what its conditions need to count
 * @param exceptionFirst whether the exception is tested first, because it costs less than the condition
 */
record CompiledRule(Policy policy, Rule rule, Compiled when, Compiled unless, List<Need> needs,
        boolean exceptionFirst) {

    static CompiledRule of(Policy policy, Rule rule, Compiled when, Compiled unless) {
        return new CompiledRule(policy, rule, when, unless, Stream.concat(when.needs(), unless.needs()).toList(),
                unless.cost().compareTo(when.cost()) < 0);
    }

    /** The hit, if the condition holds and the exception does not. */
    Optional<Hit> test(Facts facts) {
        if (exceptionFirst && unless.test(facts).isPresent()) {
            return Optional.empty();
        }
        Optional<Evidence> found = when.test(facts);
        return found.isEmpty() || !exceptionFirst && unless.test(facts).isPresent()
                ? Optional.empty()
                : Optional.of(new Hit(policy, rule, found.get()));
    }
}
