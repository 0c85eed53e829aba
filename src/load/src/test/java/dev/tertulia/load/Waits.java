package dev.tertulia.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Recorded waiting times. */
public final class Waits {

    private final List<Duration> all = new ArrayList<>();

    /** Adds waiting times. */
    public void addAll(Collection<Duration> more) {
        all.addAll(more);
    }

    /** The time within which so many percent were over. */
    public Duration percentile(double percent) {
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * percent / 100)));
    }

    @Override
    public String toString() {
        return "%d waits: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms".formatted(all.size(), millis(50),
                millis(90), millis(99), millis(100));
    }

    private double millis(double percent) {
        return percentile(percent).toNanos() / 1e6;
    }
}
