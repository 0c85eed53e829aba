package dev.tertulia.moderation.backtest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tertulia.moderation.backtest.BackTestReport.Example;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.Action;
import dev.tertulia.moderation.rules.ActionText;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;

/** What a back-test counts for one rule. */
final class Tally {

    private static final int MOST_EXAMPLES = 5;

    private final Policy policy;
    private final Rule rule;
    private final Set<String> people = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, Long> actions = new TreeMap<>();
    private final Examples examples = new Examples();
    private final Examples added = new Examples();
    private final Examples gone = new Examples();
    private long hits;

    Tally(Policy policy, Rule rule) {
        this.policy = policy;
        this.rule = rule;
    }

    /** Examples with different texts, and the number of all. */
    private static final class Examples {

        private final List<Example> first = new ArrayList<>();
        private final Set<String> texts = new HashSet<>();
        private long count;

        void add(Example example) {
            count++;
            if (first.size() < MOST_EXAMPLES && texts.add(example.text())) {
                first.add(example);
            }
        }
    }

    void add(PastEvent event, Hit hit, List<Action> done) {
        hits++;
        people.add(event.person().member());
        groups.add(event.group());
        done.forEach(action -> actions.merge(ActionText.key(action), 1L, Long::sum));
        examples.add(Example.of(event, hit.evidence().text()));
    }

    /** Counts a hit that the other version does not have. */
    void addAdded(PastEvent event, Hit hit) {
        added.add(Example.of(event, hit.evidence().text()));
    }

    /** Counts a hit of the other version that this one does not have. */
    void addGone(PastEvent event, Hit hit) {
        gone.add(Example.of(event, hit.evidence().text()));
    }

    BackTestReport.RuleReport report() {
        return new BackTestReport.RuleReport(policy.name(), rule.mode(), hits, people.size(), groups.size(), actions,
                examples.first, null);
    }

    /** The report with a comparison. */
    BackTestReport.RuleReport report(long before) {
        return new BackTestReport.RuleReport(policy.name(), rule.mode(), hits, people.size(), groups.size(), actions,
                examples.first,
                new BackTestReport.Comparison(before, added.count, gone.count, added.first, gone.first));
    }

    long hits() {
        return hits;
    }
}
