package dev.tertulia.moderation.backtest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleSet;

/** Tests of rules by cases: which rules an event hits, in any mode. */
public final class RuleTests {

    private final Judge judge;
    private final Judge everywhere;
    private final Set<String> names;

    private RuleTests(RuleSet rules, Classifier classifier) {
        this.judge = Judge.compile(rules, classifier, Set.of(Mode.values()));
        this.everywhere = Judge.compile(CaseEvents.everywhere(rules), classifier, Set.of(Mode.values()));
        this.names = rules.policies().stream().flatMap(policy -> policy.rules().stream()).map(Rule::name)
                .collect(Collectors.toSet());
    }

    /**
     * The result of a case.
     *
     * @param hit     the rules that the event hits
     * @param unknown the rules that the case expects, and that do not exist
     */
    public record Outcome(RuleCase test, Set<String> hit, Set<String> unknown) {

        /** Whether the event hits what it has to. */
        public boolean passed() {
            return hit.equals(test.expect());
        }

        /** What is wrong; empty if the case passed. */
        public String difference() {
            if (passed()) {
                return "";
            }
            return unknown.isEmpty()
                    ? "expected " + words(test.expect()) + ", but hit " + words(hit)
                    : "expected " + words(unknown) + ", which is no rule of the file";
        }

        private static String words(Set<String> rules) {
            return rules.isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(rules));
        }
    }

    /** Runs cases, each with counters of its own. No classifier is asked. */
    public static List<Outcome> run(RuleSet rules, List<RuleCase> cases) {
        return run(rules, cases, Classifier.NONE);
    }

    /** Runs cases, each with counters of its own, and with the scores of a classifier. */
    public static List<Outcome> run(RuleSet rules, List<RuleCase> cases, Classifier classifier) {
        RuleTests tests = new RuleTests(rules, classifier);
        return cases.stream().map(tests::run).toList();
    }

    private Outcome run(RuleCase test) {
        Judge chosen = test.event().place().isAnywhere() ? everywhere : judge;
        EventTimeCounters counters = new EventTimeCounters();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < test.event().repetition().times(); i++) {
            hits = chosen.judge(CaseEvents.subject(test, i), counters);
        }
        Set<String> unknown = new HashSet<>(test.expect());
        unknown.removeAll(names);
        return new Outcome(test, hits.stream().map(hit -> hit.rule().name()).collect(Collectors.toSet()), unknown);
    }
}
