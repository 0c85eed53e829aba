package dev.tertulia.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.moderation.canary.CanaryReport.Hits;
import dev.tertulia.moderation.canary.CanaryReport.Side;

/** The comparison of two versions in JSON. */
record CanaryJson(String number, double percent, Version canary, Version others, Map<String, Rule> rules) {

    /** A version and what it has judged. */
    record Version(@Nullable String version, Map<String, Long> judged, @Nullable String first,
            @Nullable String last) {

        static Version of(Side side) {
            return new Version(side.version(), side.judged(), side.first() == null ? null : side.first().toString(),
                    side.last() == null ? null : side.last().toString());
        }
    }

    /** A rule in both versions. */
    record Rule(String on, Figures canary, Figures others) {}

    /** The hits of a rule in one version. */
    record Figures(long hits, double perThousand, Map<String, Long> actions) {

        static Figures of(Hits hits) {
            return new Figures(hits.hits(), Math.round(hits.perThousand() * 1_000) / 1_000.0, hits.actions());
        }
    }

    static CanaryJson of(String number, CanaryReport report) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        report.rules().forEach(row -> rules.put(row.rule(),
                new Rule(row.on(), Figures.of(row.latest()), Figures.of(row.before()))));
        return new CanaryJson(number, report.percent(), Version.of(report.latest()), Version.of(report.before()),
                rules);
    }
}
