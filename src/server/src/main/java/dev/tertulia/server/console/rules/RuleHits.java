package dev.tertulia.server.console.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.tertulia.moderation.cases.DailyHits;
import dev.tertulia.moderation.cases.DailyHits.Hits;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleSet;

/**
 * The hits of the rules of a number.
 *
 * @param isComplete whether all cases of the days are counted
 */
record RuleHits(DailyHits hits, Instant now, boolean isComplete) {

    List<RuleRow> rows(RuleSet rules) {
        return rules.policies().stream().flatMap(policy -> policy.rules().stream().map(rule -> row(policy, rule)))
                .toList();
    }

    private RuleRow row(Policy policy, Rule rule) {
        String name = policy.name() + "/" + rule.name();
        List<Hits> days = hits.of(name, now);
        return new RuleRow(name, rule.mode().name().toLowerCase(Locale.ROOT),
                rule.on().name().toLowerCase(Locale.ROOT), days.stream().map(Hits::all).toList(),
                days.stream().reduce(Hits.NONE, Hits::plus));
    }
}
