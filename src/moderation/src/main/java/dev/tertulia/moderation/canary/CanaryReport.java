package dev.tertulia.moderation.canary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.canary.Figures.RuleFigures;

/**
 * How often the rules of a version hit that is in force in a share of the groups, and those of the version before it in the
 * others; as all processes have counted it together.
 *
 * @param percent the share of the groups
 * @param latest  the version in the share
 * @param before  the version in the others
 * @param rules   the rules of either version that have hit
 */
public record CanaryReport(double percent, Side latest, Side before, List<Row> rules) {

    /**
     * What a version has judged.
     *
     * @param version the id; {@code null} if no version is in force in the other groups
     * @param judged  the number of messages, joins, join requests and reports
     * @param first   the time of the first of them; {@code null} if there is none
     */
    public record Side(@Nullable String version, Map<String, Long> judged, @Nullable Instant first,
            @Nullable Instant last) {}

    /**
     * A rule in both versions.
     *
     * @param rule   the names of its policy and its own
     * @param on     the kind of events that it looks at
     */
    public record Row(String rule, String on, Hits latest, Hits before) {}

    /**
     * The hits of a rule in one version.
     *
     * @param judged  the number of events of its kind
     * @param actions how often each action was taken, or would have been
     */
    public record Hits(long hits, long judged, Map<String, Long> actions) {

        /** Hits of a thousand events; 0 if there were none. */
        public double perThousand() {
            return judged == 0 ? 0 : 1_000.0 * hits / judged;
        }
    }

    /** The report about the latest comparison of a number; empty if there was none. */
    public static Optional<CanaryReport> latest(Logs logs) {
        Log log = logs.log(CanaryCounts.NAME, CanaryCounts.KEEP);
        return log.findLatest(CanaryCounts.ALL, Long.MAX_VALUE, 1).stream().flatMap(entry -> Figures.read(entry.body())
                .stream()).findFirst().map(newest -> of(newest, all(log, newest)));
    }

    private static List<Figures> all(Log log, Figures newest) {
        List<Figures> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<LogEntry> page = log.findLatest(CanaryCounts.term(newest.latest()), before, Log.MOST_AT_ONCE);
        while (!page.isEmpty()) {
            page.stream().flatMap(entry -> Figures.read(entry.body()).stream()).forEach(all::add);
            before = page.getLast().number();
            page = log.findLatest(CanaryCounts.term(newest.latest()), before, Log.MOST_AT_ONCE);
        }
        return all;
    }

    private static CanaryReport of(Figures newest, List<Figures> all) {
        String other = newest.before();
        List<Figures> latest = all.stream().filter(one -> one.version().equals(newest.latest())).toList();
        List<Figures> before = all.stream().filter(one -> one.version().equals(other)).toList();
        Side now = side(newest.latest(), latest);
        Side then = side(other, before);
        Map<String, RuleFigures> nowHits = rules(latest);
        Map<String, RuleFigures> thenHits = rules(before);
        TreeSet<String> names = new TreeSet<>(nowHits.keySet());
        names.addAll(thenHits.keySet());
        List<Row> rows = names.stream().map(name -> {
            RuleFigures either = nowHits.getOrDefault(name, thenHits.get(name));
            String on = either == null ? "" : either.on();
            return new Row(name, on, hits(nowHits.get(name), now, on), hits(thenHits.get(name), then, on));
        }).toList();
        return new CanaryReport(newest.percent(), now, then, rows);
    }

    private static Side side(@Nullable String version, List<Figures> all) {
        return new Side(version, all.stream().map(Figures::judged).reduce(new TreeMap<>(), Figures::sum),
                all.stream().map(one -> Instant.parse(one.first())).min(Comparator.naturalOrder()).orElse(null),
                all.stream().map(one -> Instant.parse(one.last())).max(Comparator.naturalOrder()).orElse(null));
    }

    private static Map<String, RuleFigures> rules(List<Figures> all) {
        Map<String, RuleFigures> sum = new TreeMap<>();
        all.forEach(one -> one.rules().forEach((name, figures) -> sum.merge(name, figures, RuleFigures::plus)));
        return sum;
    }

    private static Hits hits(@Nullable RuleFigures rule, Side side, String on) {
        long judged = side.judged().getOrDefault(on, 0L);
        return rule == null ? new Hits(0, judged, Map.of()) : new Hits(rule.hits(), judged, rule.actions());
    }
}
