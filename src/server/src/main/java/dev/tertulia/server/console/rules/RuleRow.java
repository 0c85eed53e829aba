package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.stream.IntStream;

import dev.tertulia.moderation.cases.DailyHits.Hits;

/**
 * A rule in force, and what it hit.
 *
 * @param name  the names of its policy and its own
 * @param mode  {@code draft}, {@code shadow} or {@code enforce}
 * @param on    the events that it looks at
 * @param days  the hits of each of the last days, today last
 * @param total what the hits of these days were
 */
public record RuleRow(String name, String mode, String on, List<Long> days, Hits total) {

    private static final long TALLEST = 19;
    private static final long WIDTH = 10;

    /** All hits. */
    public long hits() {
        return total.all();
    }

    /** The hits in shadow, which had no effect. */
    public long shadow() {
        return total.shadow();
    }

    /** The hits that had effects. */
    public long enforced() {
        return total.enforced();
    }

    /** The hits of cases that staff called wrong. */
    public long wrong() {
        return total.wrong();
    }

    /** A bar of a chart, in its units. */
    public record Bar(long x, long y, long height) {}

    /** The chart of the days, 70 by 20. */
    public List<Bar> bars() {
        long most = Math.max(1, days.stream().mapToLong(Long::longValue).max().orElse(0));
        return IntStream.range(0, days.size()).mapToObj(day -> {
            long height = 1 + days.get(day) * TALLEST / most;
            return new Bar(day * WIDTH, TALLEST + 1 - height, height);
        }).toList();
    }
}
