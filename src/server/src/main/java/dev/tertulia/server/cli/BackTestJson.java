package dev.tertulia.server.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.moderation.backtest.BackTestReport.Comparison;
import dev.tertulia.moderation.backtest.BackTestReport.RuleReport;
import dev.tertulia.moderation.backtest.BadLines.BadLine;

/**
 * The result of a back-test in JSON.
 *
 * @param hit     the number of messages that at least one rule hit
 * @param removed the rules that only the other version has, with their hits
 */
record BackTestJson(String version, long messages, long hit, @Nullable String from, @Nullable String to, long badLines,
        List<BadLine> bad, Map<String, Long> actions, Map<String, Rule> rules, Map<String, Long> removed) {

    /**
     * A rule.
     *
     * @param against the comparison with the other version; {@code null} without one
     */
    record Rule(long hits, String policy, String mode, int people, int groups, Map<String, Long> actions,
            List<Example> examples, @Nullable Against against) {

        static Rule of(RuleReport rule) {
            return new Rule(rule.hits(), rule.policy(), rule.mode().name().toLowerCase(Locale.ROOT), rule.people(),
                    rule.groups(), rule.actions(), Example.of(rule.examples()), Against.of(rule.comparison()));
        }
    }

    /** A comparison: the hits of the other version, and the messages that only this or only the other version hits. */
    record Against(long hits, long more, long fewer, List<Example> moreExamples, List<Example> fewerExamples) {

        static @Nullable Against of(@Nullable Comparison comparison) {
            return comparison == null
                    ? null
                    : new Against(comparison.before(), comparison.more(), comparison.fewer(),
                            Example.of(comparison.added()), Example.of(comparison.gone()));
        }
    }

    /** A message that a rule hits. */
    record Example(String at, String group, String name, String text, String evidence) {

        static List<Example> of(List<BackTestReport.Example> examples) {
            return examples.stream().map(one -> new Example(one.at().toString(), one.group(), one.name(), one.text(),
                    one.evidence())).toList();
        }
    }

    static BackTestJson of(BackTestReport report) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        report.rules().forEach((name, rule) -> rules.put(name, Rule.of(rule)));
        return new BackTestJson(report.version(), report.messages(), report.hit(), text(report.first()),
                text(report.last()), report.bad().count(), report.bad().first(), report.actions(), rules,
                report.removed());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
