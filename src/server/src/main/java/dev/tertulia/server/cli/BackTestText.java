package dev.tertulia.server.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.moderation.backtest.BackTestReport.Comparison;
import dev.tertulia.moderation.backtest.BackTestReport.Example;
import dev.tertulia.moderation.backtest.BackTestReport.RuleReport;
import dev.tertulia.server.cli.terminal.Printer;

/** The text of a back-test's result. */
record BackTestText(Printer out) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    void print(BackTestReport report) {
        if (report.first() == null || report.last() == null) {
            out.println("0 messages");
            return;
        }
        out.printf("%d messages from %s to %s UTC, %d of them hit%n", report.messages(), TIME.format(report.first()),
                TIME.format(report.last()), report.hit());
        out.printf("%-40s %8s %8s %8s  %s%n", "rule", "hits", "people", "groups", "actions");
        report.rules().forEach(this::row);
        report.rules().forEach(this::examples);
        report.removed().forEach((name, hits) -> out.printf("%n%s: no longer a rule; it hit %d%n", name, hits));
    }

    private void row(String name, RuleReport rule) {
        out.printf("%-40s %8d %8d %8d  %s%n", "%s/%s (%s)".formatted(rule.policy(), name,
                rule.mode().name().toLowerCase(Locale.ROOT)), rule.hits(), rule.people(), rule.groups(),
                actions(rule.actions()));
    }

    private static String actions(Map<String, Long> actions) {
        return actions.isEmpty()
                ? "-"
                : actions.entrySet().stream().map(action -> action.getKey() + " " + action.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void examples(String name, RuleReport rule) {
        Comparison comparison = rule.comparison();
        if (comparison == null) {
            list(name + ", for example:", rule.examples());
            return;
        }
        out.printf("%n%s: %d hits before, %d now (%d more, %d fewer)%n", name, comparison.before(), rule.hits(),
                comparison.more(), comparison.fewer());
        lines("+", comparison.added());
        lines("-", comparison.gone());
    }

    private void list(String title, List<Example> examples) {
        if (!examples.isEmpty()) {
            out.printf("%n%s%n", title);
            lines(" ", examples);
        }
    }

    private void lines(String sign, List<Example> examples) {
        examples.forEach(example -> out.printf("  %s %s  %s in %s: %s   <- %s%n", sign, TIME.format(example.at()),
                example.name(), example.group(), example.text(), example.evidence()));
    }
}
