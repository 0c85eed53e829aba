package dev.tertulia.moderation.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content of a rule file.
 *
 * @param id       the version: a short hash of the file and of the lists that it names
 * @param warnings what is allowed and probably not meant
 * @param labels   the labels of groups that the file names
 */
public record RuleSet(String id, Settings settings, List<Policy> policies, List<Problem> warnings,
        List<NamedLabel> labels) {

    public RuleSet {
        policies = List.copyOf(policies);
        warnings = List.copyOf(warnings);
        labels = List.copyOf(labels);
    }

    /** All conditions of the rules, with all that they are made of. */
    public Stream<Condition> conditions() {
        return policies.stream().flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> Stream.of(rule.when(), rule.unless())).flatMap(Condition::withParts);
    }

    /** The names of the classifiers that rules ask for scores. */
    public Set<String> classifiers() {
        return conditions().filter(Condition.Classified.class::isInstance).map(Condition.Classified.class::cast)
                .map(Condition.Classified::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The labels of the file that no group has, each with the nearest one that a group has.
     *
     * @param existing the labels that groups have
     */
    public List<Problem> unknownLabels(Set<String> existing) {
        return labels.stream().filter(label -> !existing.contains(label.label()))
                .map(label -> label.isUnknown(existing)).toList();
    }
}
