package dev.tertulia.moderation.judge;

import java.util.List;
import java.util.Optional;

import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;

/**
 * Why a rule hits an event, or does not.
 *
 * @param hit whether it hits
 */
public record Explanation(Policy policy, Rule rule, boolean hit, Part when, Part unless) {

    /**
     * Whether a condition holds, and each of its parts.
     *
     * @param evidence why it holds; empty if it does not
     */
    public record Part(Condition condition, Optional<Evidence> evidence, List<Part> parts) {

        static Part of(Compiled condition, Facts facts) {
            return new Part(condition.condition(), condition.test(facts),
                    condition.parts().stream().map(part -> of(part, facts)).toList());
        }
    }

    static Explanation of(CompiledRule rule, Facts facts) {
        return new Explanation(rule.policy(), rule.rule(), rule.test(facts).isPresent(), Part.of(rule.when(), facts),
                Part.of(rule.unless(), facts));
    }
}
