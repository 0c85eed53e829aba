package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.moderation.backtest.BackTestReport.Comparison;
import dev.tertulia.moderation.backtest.BackTestReport.RuleReport;
import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.server.console.page.Export;

/** The lists on the pages of rules, as files. */
final class RuleFiles {

    private static final Export<RuleRow> RULES = new Export<>("rules", List.of(
            new Export.Column<>("rule", RuleRow::name), new Export.Column<>("mode", RuleRow::mode),
            new Export.Column<>("on", RuleRow::on), new Export.Column<>("hits", RuleRow::hits),
            new Export.Column<>("shadow", RuleRow::shadow), new Export.Column<>("enforced", RuleRow::enforced),
            new Export.Column<>("wrong", RuleRow::wrong)));
    private static final Export<CanaryReport.Row> CANARY = new Export<>("canary", List.of(
            new Export.Column<>("rule", CanaryReport.Row::rule), new Export.Column<>("on", CanaryReport.Row::on),
            new Export.Column<>("hits", row -> row.latest().hits()),
            new Export.Column<>("judged", row -> row.latest().judged()),
            new Export.Column<>("hits_before", row -> row.before().hits()),
            new Export.Column<>("judged_before", row -> row.before().judged())));
    private static final Export<Map.Entry<String, RuleReport>> TRIAL = new Export<>("back-test", List.of(
            new Export.Column<>("rule", rule -> rule.getValue().policy() + "/" + rule.getKey()),
            new Export.Column<>("mode", rule -> RuleDesk.word(rule.getValue().mode())),
            new Export.Column<>("hits", rule -> rule.getValue().hits()), compared("hits_before", Comparison::before),
            compared("more", Comparison::more), compared("fewer", Comparison::fewer),
            new Export.Column<>("people", rule -> rule.getValue().people()),
            new Export.Column<>("groups", rule -> rule.getValue().groups()),
            new Export.Column<>("actions", rule -> TrialPage.actions(rule.getValue().actions()))));

    private RuleFiles() {}

    private static Export.Column<Map.Entry<String, RuleReport>> compared(String name,
            Function<Comparison, @Nullable Object> value) {
        return new Export.Column<>(name, rule -> {
            Comparison comparison = rule.getValue().comparison();
            return comparison == null ? null : value.apply(comparison);
        });
    }

    static Export.File rules(Export.Format format, List<RuleRow> rows) {
        return RULES.write(format, rows);
    }

    static Export.File canary(Export.Format format, @Nullable CanaryReport report) {
        return CANARY.write(format, report == null ? List.of() : report.rules());
    }

    static Export.File trial(Export.Format format, @Nullable BackTestReport report) {
        return TRIAL.write(format, report == null ? List.of() : List.copyOf(report.rules().entrySet()));
    }
}
