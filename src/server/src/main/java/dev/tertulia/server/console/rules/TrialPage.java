package dev.tertulia.server.console.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * A back-test.
 *
 * @param percent how far it is
 * @param report  the result; {@code null} until it has ended
 * @param failure why it failed; {@code null} if it did not
 * @param names   the names of groups, as far as they are known
 * @param text    the rule file that is tried
 * @param base    the hash of the text that it would replace
 */
public record TrialPage(NumberChoice number, String id, int percent, @Nullable BackTestReport report,
        @Nullable String failure, Map<String, String> names, String text, String base, boolean writable) {

    /** Whether it still runs. */
    public boolean runs() {
        return report == null && failure == null;
    }

    /** The rules, those first that have changed most. */
    public List<Map.Entry<String, BackTestReport.RuleReport>> rules() {
        BackTestReport known = report;
        return known == null
                ? List.of()
                : known.rules().entrySet().stream()
                        .sorted(Comparator.comparingLong(
                                (Map.Entry<String, BackTestReport.RuleReport> one) -> changed(one.getValue()))
                                .reversed())
                        .toList();
    }

    private static long changed(BackTestReport.RuleReport rule) {
        BackTestReport.Comparison comparison = rule.comparison();
        return comparison == null ? 0 : comparison.more() + comparison.fewer();
    }

    /** Actions with their numbers, in one line. */
    public static String actions(Map<String, Long> actions) {
        return actions.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
