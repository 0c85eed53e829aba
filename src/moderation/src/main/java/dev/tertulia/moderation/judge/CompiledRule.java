package dev.tertulia.moderation.judge;

import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;

/** A compiled rule of a policy. */
record CompiledRule(Policy policy, Rule rule, Compiled when, Compiled unless) {

    /** Whether the rule judges such events in such groups. */
    boolean appliesTo(Subject subject) {
        return rule.on() == subject.on() && policy.groups().include(subject.origin().group(), subject.labels());
    }

    Stream<Need> needs() {
        return Stream.concat(when.needs(), unless.needs());
    }

    /** The hit, if the condition holds and the exception does not. The exception is tested first if it costs less. */
    Optional<Hit> test(Facts facts) {
        boolean exceptionFirst = unless.cost().compareTo(when.cost()) < 0;
        if (exceptionFirst && unless.test(facts).isPresent()) {
            return Optional.empty();
        }
        return when.test(facts).filter(found -> exceptionFirst || unless.test(facts).isEmpty())
                .map(found -> new Hit(policy, rule, found));
    }
}
