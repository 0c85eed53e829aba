package dev.tertulia.redis;

import java.time.Duration;
import java.util.Map;

/**
 * What a Redis says about itself, as far as it matters here.
 *
 * @param scripts          whether it runs Lua scripts
 * @param appends          whether it appends every change to a file; true if it does not say
 * @param evictionPolicy   what it does when it is full
 * @param fill             the part of its maximum memory that is used; 0 without a maximum
 * @param replicas         how many replicas are connected
 * @param waitsForReplicas whether it refuses writes without a replica that follows
 * @param latency          the median duration of a call
 */
public record RedisReport(String version, boolean scripts, boolean appends, String evictionPolicy, double fill,
        int replicas, boolean waitsForReplicas, Duration latency) {

    static RedisReport of(String info, boolean scripts, Duration latency) {
        Map<String, String> fields = InfoFields.read(info);
        double most = number(fields, "maxmemory");
        return new RedisReport(fields.getOrDefault("redis_version", "unknown"), scripts,
                !"0".equals(fields.get("aof_enabled")), fields.getOrDefault("maxmemory_policy", "noeviction"),
                most == 0 ? 0 : number(fields, "used_memory") / most, (int) number(fields, "connected_slaves"),
                fields.containsKey("min_slaves_good_slaves"), latency);
    }

    private static double number(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "0");
        return value.matches("\\d{1,18}") ? Double.parseDouble(value) : 0;
    }
}
