package dev.tertulia.moderation.judge;

import java.util.List;

import dev.tertulia.fleet.Counters;
import dev.tertulia.moderation.rules.RuleSet;

/** The judge of events by the rules of one version. It is compiled once and can be used by several threads. */
public final class Judge {

    private final RuleSet rules;
    private final Classifier classifier;

    private Judge(RuleSet rules, Classifier classifier) {
        this.rules = rules;
        this.classifier = classifier;
    }

    /** Compiles rules. */
    public static Judge compile(RuleSet rules, Classifier classifier) {
        return new Judge(rules, classifier);
    }

    /** The rules. */
    public RuleSet rules() {
        return rules;
    }

    /**
     * Judges an event. What rules count is counted in at most one call; no call is made if no rule counts.
     *
     * @return the rules in shadow or enforced that hit, in the order of the file
     */
    public List<Hit> judge(Subject subject, Counters counters) {
        return List.of();
    }
}
