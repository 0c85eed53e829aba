package dev.tertulia.server.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.moderation.canary.CanaryReport.Hits;
import dev.tertulia.moderation.canary.CanaryReport.Row;
import dev.tertulia.moderation.canary.CanaryReport.Side;
import dev.tertulia.server.cli.terminal.Printer;

/** The text of a comparison of two versions. */
record CanaryText(Printer out) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    void print(String number, CanaryReport report) {
        out.printf("number %s: canary %s, in %s of the groups%n", number, version(report.latest()),
                percent(report.percent()));
        side("canary", report.latest());
        side("others", report.before());
        out.printf("%-40s %10s %10s %14s %14s%n", "rule", "canary", "others", "canary /1000", "others /1000");
        report.rules().forEach(this::row);
        if (report.rules().isEmpty()) {
            out.println("no rule has hit");
        }
    }

    private static String version(Side side) {
        return side.version() == null ? "no version" : "version " + side.version();
    }

    private static String percent(double percent) {
        return percent == Math.rint(percent) ? "%.0f%%".formatted(percent) : percent + "%";
    }

    private void side(String name, Side side) {
        String judged = side.judged().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        out.printf("%s: %s, judged %s%s%n", name, version(side), judged.isEmpty() ? "nothing" : judged,
                between(side.first(), side.last()));
    }

    private static String between(@Nullable Instant first, @Nullable Instant last) {
        return first == null || last == null ? "" : " from " + TIME.format(first) + " to " + TIME.format(last) + " UTC";
    }

    private void row(Row row) {
        out.printf("%-40s %10d %10d %14s %14s%n", row.rule(), row.latest().hits(), row.before().hits(),
                rate(row.latest()), rate(row.before()));
        actions("canary", row.latest());
        actions("others", row.before());
    }

    private static String rate(Hits hits) {
        return "%.1f".formatted(hits.perThousand());
    }

    private void actions(String side, Hits hits) {
        if (!hits.actions().isEmpty()) {
            out.printf("    %s: %s%n", side, text(hits.actions()));
        }
    }

    private static String text(Map<String, Long> actions) {
        return actions.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
