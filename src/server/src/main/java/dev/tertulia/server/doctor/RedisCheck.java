package dev.tertulia.server.doctor;

import java.util.List;

import dev.tertulia.server.settings.Settings;

/** Redis is configured, answers, is new enough, and runs scripts. */
record RedisCheck(Settings settings, RedisLink redis) implements Check {

    static final String NAME = "redis";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        return List.of(redis.report().map(report -> report.scripts()
                ? Finding.ok(this, "Redis " + report.version() + " answers and runs scripts")
                : Finding.problem(this, "Redis " + report.version() + " does not run scripts (EVAL)",
                        "use a Redis or Valkey with Lua scripting, and allow the user EVAL and EVALSHA"))
                .orElseGet(this::none));
    }

    private Finding none() {
        return settings.demo()
                ? Finding.ok(this, "the demo needs no Redis")
                : Finding.warning(this, "TERTULIA_STORE is memory: all data is lost when the server stops, and there"
                        + " can be one replica only", "set REDIS_URI, and remove TERTULIA_STORE");
    }
}
