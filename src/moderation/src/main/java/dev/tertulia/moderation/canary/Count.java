package dev.tertulia.moderation.canary;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.tertulia.moderation.canary.Figures.RuleFigures;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.ActionText;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.Rule;

/** The count of what this process judges by one version. */
final class Count {

    private final Versions versions;
    private final String version;
    private final Map<String, Long> judged = new TreeMap<>();
    private final Map<String, RuleFigures> rules = new TreeMap<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long changes;

    Count(Versions versions, String version) {
        this.versions = versions;
        this.version = version;
    }

    void add(On on, List<Hit> hits, Instant at) {
        changes++;
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        judged.merge(word(on), 1L, Long::sum);
        hits.forEach(hit -> rules.merge(hit.policy().name() + "/" + hit.rule().name(), figures(hit.rule()),
                RuleFigures::plus));
    }

    private static RuleFigures figures(Rule rule) {
        Map<String, Long> actions = new TreeMap<>();
        rule.then().forEach(action -> actions.merge(ActionText.key(action), 1L, Long::sum));
        return new RuleFigures(word(rule.on()), word(rule.mode()), 1, actions);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** How often it has changed. */
    long changes() {
        return changes;
    }

    Figures figures() {
        return new Figures(versions.latest(), versions.before(), versions.percent(), version, first.toString(),
                last.toString(), Map.copyOf(judged), Map.copyOf(rules));
    }
}
