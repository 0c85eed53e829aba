package dev.tertulia.moderation.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.moderation.text.Links;
import dev.tertulia.moderation.text.WordMatcher;

/** The judge of events by the rules of one version. It is compiled once and can be used by several threads. */
public final class Judge {

    private final RuleSet rules;
    private final Map<On, List<CompiledRule>> compiled;
    private final WordMatcher words;

    private Judge(RuleSet rules, List<CompiledRule> compiled, WordMatcher words) {
        this.rules = rules;
        this.compiled = compiled.stream().collect(Collectors.groupingBy(one -> one.rule().on()));
        this.words = words;
    }

    /** Compiles the rules in shadow and the enforced ones. */
    public static Judge compile(RuleSet rules, Classifier classifier) {
        return compile(rules, classifier, Set.of(Mode.SHADOW, Mode.ENFORCE));
    }

    /** Loads the list of public suffixes, so that the first event does not wait for it. */
    public static void load() {
        Links.find("www.example.org");
    }

    /** Compiles the rules in certain modes. */
    public static Judge compile(RuleSet rules, Classifier classifier, Set<Mode> modes) {
        WordLists words = new WordLists();
        List<CompiledRule> compiled = new ArrayList<>();
        for (Policy policy : rules.policies()) {
            Compiler compiler = new Compiler(words, new CounterNames(policy), classifier);
            for (Rule rule : policy.rules()) {
                if (modes.contains(rule.mode())) {
                    compiled.add(CompiledRule.of(policy, rule, compiler.compile(rule.when()),
                            compiler.compile(rule.unless())));
                }
            }
        }
        return new Judge(rules, compiled, words.matcher());
    }

    /** The rules. */
    public RuleSet rules() {
        return rules;
    }

    /**
     * Judges an event. What rules count is counted in one call, for every {@value Counters#MOST_AT_ONCE} counters; no call is
     * made if no rule counts.
     *
     * @return the rules that hit, in the order of the file
     */
    public List<Hit> judge(Subject subject, Counters counters) {
        Facts facts = new Facts(subject, words);
        List<CompiledRule> applicable = applicable(subject);
        count(facts, applicable, counters);
        List<Hit> hits = new ArrayList<>();
        for (CompiledRule rule : applicable) {
            rule.test(facts).ifPresent(hits::add);
        }
        return hits;
    }

    /** Judges an event and says of every condition of the rules on such events whether it holds. */
    public List<Explanation> explain(Subject subject, Counters counters) {
        Facts facts = new Facts(subject, words);
        List<CompiledRule> applicable = applicable(subject);
        count(facts, applicable, counters);
        return applicable.stream().map(rule -> Explanation.of(rule, facts)).toList();
    }

    /** The rules on such events, in the groups of their policies. */
    private List<CompiledRule> applicable(Subject subject) {
        List<CompiledRule> applicable = new ArrayList<>();
        @Nullable
        Policy policy = null;
        boolean included = false;
        for (CompiledRule rule : compiled.getOrDefault(subject.on(), List.of())) {
            if (rule.policy() != policy) {
                policy = rule.policy();
                included = policy.groups().include(subject.origin().group(), subject.labels());
            }
            if (included) {
                applicable.add(rule);
            }
        }
        return applicable;
    }

    private static void count(Facts facts, List<CompiledRule> applicable, Counters counters) {
        Set<Counter> needed = new LinkedHashSet<>();
        for (CompiledRule rule : applicable) {
            for (Need need : rule.needs()) {
                needed.addAll(need.counters(facts));
            }
        }
        List<Counter> left = List.copyOf(needed);
        while (!left.isEmpty()) {
            List<Counter> now = left.subList(0, Math.min(left.size(), Counters.MOST_AT_ONCE));
            List<Count> counts = counters.count(facts.subject().origin().key(), facts.subject().origin().at(), now);
            for (int i = 0; i < now.size(); i++) {
                facts.counted(now.get(i), counts.get(i));
            }
            left = left.subList(now.size(), left.size());
        }
    }
}
