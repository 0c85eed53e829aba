package dev.tertulia.moderation.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Explanation;
import dev.tertulia.moderation.judge.Explanation.Part;
import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.rules.ActionText;
import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.ConditionText;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleSet;

/** Why rules hit an event, or do not: each condition, with yes or no and what fulfils it. */
public final class Explain {

    private Explain() {}

    /** What each rule on such events says of a case, drafts too. Nothing was counted before, and no classifier is asked. */
    public static List<Explanation> of(RuleSet rules, RuleCase event) {
        return of(rules, event, Classifier.NONE);
    }

    /** The same, with the scores of a classifier. */
    public static List<Explanation> of(RuleSet rules, RuleCase event, Classifier classifier) {
        RuleSet applicable = event.event().place().isAnywhere() ? CaseEvents.everywhere(rules) : rules;
        return Judge.compile(applicable, classifier, Set.of(Mode.values())).explain(CaseEvents.subject(event, 0),
                new EventTimeCounters());
    }

    /** An explanation in lines. */
    public static List<String> lines(Explanation explanation) {
        String head = "%s/%s (%s): %s".formatted(explanation.policy().name(), explanation.rule().name(),
                explanation.rule().mode().name().toLowerCase(Locale.ROOT), explanation.hit() ? "hit" : "no hit");
        Stream<String> unless = explanation.rule().unless().equals(Condition.NEVER)
                ? Stream.empty()
                : Stream.concat(Stream.of("  unless one of these:"), parts(explanation.unless(), 4));
        Stream<String> conditions = Stream.concat(Stream.concat(Stream.of("  when:"), part(explanation.when(), 4)),
                unless);
        Stream<String> then = explanation.hit()
                ? Stream.of("  then: " + ActionText.of(explanation.rule().then()))
                : Stream.empty();
        return Stream.of(Stream.of(head), conditions, then).flatMap(lines -> lines).toList();
    }

    private static Stream<String> parts(Part part, int indent) {
        return part.parts().stream().flatMap(inner -> part(inner, indent));
    }

    /** A condition and its parts. That all parts of a map hold together is said by the indent alone. */
    private static Stream<String> part(Part part, int indent) {
        String evidence = part.evidence().filter(found -> !found.text().isEmpty() && part.parts().isEmpty())
                .map(found -> "   <- " + found.text()).orElse("");
        String line = " ".repeat(indent) + (part.evidence().isPresent() ? "yes  " : "no   ") + name(part) + evidence;
        return Stream.concat(Stream.of(line), parts(part, indent + 2));
    }

    private static String name(Part part) {
        return switch (part.condition()) {
            case Condition.All all when !all.of().isEmpty() -> "all of these";
            case Condition.Any any when !any.of().isEmpty() -> "one of these";
            case Condition.Not _ -> "not";
            case Condition condition -> ConditionText.of(condition);
        };
    }
}
