package dev.tertulia.server.doctor;

import java.time.Duration;
import java.util.List;

/** Redis answers fast: every step of every message waits for it. */
record RedisLatencyCheck(RedisLink redis) implements Check {

    private static final Duration SLOW = Duration.ofMillis(10);
    private static final double MICROS_A_MILLI = 1_000;

    @Override
    public String name() {
        return "redis-latency";
    }

    @Override
    public String after() {
        return RedisCheck.NAME;
    }

    @Override
    public List<Finding> findings() {
        return List.of(redis.report().map(report -> {
            String median = "the median answer of Redis takes %.1f ms"
                    .formatted(report.latency().toNanos() / MICROS_A_MILLI / MICROS_A_MILLI);
            return report.latency().compareTo(SLOW) > 0
                    ? Finding.warning(this, median,
                            "put Redis into the same network as the server, and look at its load")
                    : Finding.ok(this, median);
        }).orElseGet(() -> Finding.ok(this, "no Redis is configured")));
    }
}
