package dev.tertulia.moderation.bot;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.cases.Trail;

/** What moderation stores of each number: cases, examples, counters and history. */
@Singleton
@Requires(condition = RuleFileGiven.class)
final class CaseFiles {

    private final Logs logs;
    private final Counters counters;
    private final RulesInForce rules;

    CaseFiles(Logs logs, Counters counters, RulesInForce rules) {
        this.logs = logs;
        this.counters = counters;
        this.rules = rules;
    }

    RulesInForce rules() {
        return rules;
    }

    Trail trail(Origin origin) {
        return Trail.of(logs.of(origin.number()), rules.latest(origin).rules().settings().keepCases());
    }

    Examples examples(Origin origin) {
        return new Examples(logs.of(origin.number()));
    }

    Counters counters(Origin origin) {
        return counters.of(origin.number());
    }

    Logs logs(Origin origin) {
        return logs.of(origin.number());
    }
}
