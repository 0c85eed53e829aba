package dev.tertulia.moderation.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.Action;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.RuleSet;

/** One version of the rules, tried on the past as if all its rules were enforced. */
final class Trial {

    private final RuleSet rules;
    private final Judge judge;
    private final EventTimeCounters counters = new EventTimeCounters();
    private final StrikeLedger strikes = new StrikeLedger();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    Trial(RuleSet rules, Classifier classifier) {
        this.rules = rules;
        this.judge = Judge.compile(rules, classifier, Set.of(Mode.values()));
        for (Policy policy : rules.policies()) {
            policy.rules().forEach(rule -> tallies.put(rule.name(), new Tally(policy, rule)));
        }
    }

    /** Judges an event and returns what hit. */
    List<Hit> judge(long line, PastEvent event) {
        boolean staff = rules.settings().staff().people().stream().anyMatch(event.person()::is);
        Subject subject = event.subject("line/" + line, staff,
                policy -> strikes.at(policy, event.person().member(), event.at()));
        List<Hit> hits = judge.judge(subject, counters);
        hits.forEach(hit -> {
            Tally tally = tallies.get(hit.rule().name());
            if (tally != null) {
                tally.add(event, hit, actions(hit, event));
            }
        });
        return hits;
    }

    /** The actions of the rule, and those of the steps of the ladder that its strikes reach. */
    private List<Action> actions(Hit hit, PastEvent event) {
        List<Action> actions = new ArrayList<>(hit.rule().then());
        int more = hit.rule().then().stream()
                .mapToInt(action -> action instanceof Action.Strike strike ? strike.count() : 0).sum();
        if (more > 0) {
            int now = strikes.add(hit.policy(), event.person().member(), event.at(), more);
            if (hit.policy().strikes() != null) {
                actions.addAll(hit.policy().strikes().reached(now - more, now));
            }
        }
        return actions;
    }

    /** What was counted for each rule. */
    Map<String, Tally> tallies() {
        return tallies;
    }
}
