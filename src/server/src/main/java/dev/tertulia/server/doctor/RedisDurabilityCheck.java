package dev.tertulia.server.doctor;

import java.util.ArrayList;
import java.util.List;

import dev.tertulia.redis.RedisReport;

/** Redis forgets nothing: it appends to a file, evicts nothing, has room, and its replicas follow. */
record RedisDurabilityCheck(RedisLink redis) implements Check {

    private static final double NEARLY_FULL = 0.8;

    @Override
    public String name() {
        return "redis-durability";
    }

    @Override
    public String after() {
        return RedisCheck.NAME;
    }

    @Override
    public List<Finding> findings() {
        return redis.report().map(this::findings)
                .orElseGet(() -> List.of(Finding.ok(this, "no Redis is configured")));
    }

    private List<Finding> findings(RedisReport report) {
        List<Finding> wrong = new ArrayList<>();
        if (!report.appends()) {
            wrong.add(Finding.problem(this, "Redis does not append to a file, so that it loses the latest data when it"
                    + " stops", "set appendonly yes"));
        }
        if (!report.evictionPolicy().equals("noeviction")) {
            wrong.add(Finding.problem(this, "the maxmemory-policy of Redis is " + report.evictionPolicy()
                    + ", so that it discards data that is needed", "set maxmemory-policy noeviction"));
        }
        if (report.fill() >= NEARLY_FULL) {
            wrong.add(Finding.warning(this, "Redis uses %.0f %% of its maxmemory".formatted(report.fill() * 100),
                    "raise maxmemory; a full Redis refuses deliveries"));
        }
        if (report.replicas() > 0 && !report.waitsForReplicas()) {
            wrong.add(Finding.warning(this, "Redis has replicas and does not wait for them, so that a failover may lose"
                    + " acknowledged deliveries", "set min-replicas-to-write 1"));
        }
        return wrong.isEmpty() ? List.of(Finding.ok(this, "Redis appends to a file and evicts nothing")) : wrong;
    }
}
