package dev.tertulia.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;

import dev.tertulia.redis.ScriptNames;
import dev.tertulia.redis.TestRedis;

/** Statistics of a Redis server. */
public final class RedisBooks implements AutoCloseable {

    private static final Pattern CALLS = Pattern.compile("cmdstat_(\\S+):calls=(\\d+)");

    private final RedisClient client;
    private final RedisCommands<String, String> redis;

    /** Connects to a server. */
    public RedisBooks(TestRedis server) {
        client = RedisClient.create(server.uri());
        redis = client.connect().sync();
    }

    /** The bytes of all data. */
    long memory() {
        return (long) number("memory", "used_memory");
    }

    /** The bytes received and sent over the network. */
    long traffic() {
        return (long) (number("stats", "total_net_input_bytes") + number("stats", "total_net_output_bytes"));
    }

    /** The processor time used. */
    public double cpuSeconds() {
        return number("cpu", "used_cpu_user") + number("cpu", "used_cpu_sys");
    }

    String info(String section) {
        return redis.info(section);
    }

    private double number(String section, String name) {
        Matcher line = Pattern.compile(name + ":([\\d.]+)").matcher(info(section));
        if (!line.find()) {
            throw new IllegalStateException("Redis does not report its " + name);
        }
        return Double.parseDouble(line.group(1));
    }

    /** The bytes of each kind of key. A key that has expired since it was listed has none. */
    Map<String, Long> memoryByKind() {
        return redis.keys("*").stream().collect(Collectors.toMap(RedisBooks::kind,
                key -> Objects.requireNonNullElse(redis.memoryUsage(key), 0L), Long::sum, TreeMap::new));
    }

    /** The part of a key's name after the number. */
    private static String kind(String key) {
        return key.replaceFirst(".*}:", "").replaceFirst(":.*", "");
    }

    /** The number of calls of each command, including those within scripts. */
    Map<String, Long> calls() {
        return CALLS.matcher(info("commandstats")).results().collect(
                Collectors.toMap(call -> call.group(1), call -> Long.valueOf(call.group(2)), Long::sum, TreeMap::new));
    }

    /** Closes the connections over which processes get signals, so that those of the next moment are lost. */
    void dropSignals() {
        redis.clientKill(KillArgs.Builder.typePubsub());
    }

    /** Records each command from now on, so that {@link #scripts} can count them. */
    void record() {
        redis.configSet("slowlog-max-len", "1000000");
        redis.configSet("slowlog-log-slower-than", "0");
        redis.slowlogReset();
    }

    /** The number of calls of each script since {@link #record}, by name. */
    Map<String, Long> scripts() {
        redis.configSet("slowlog-log-slower-than", "-1");
        return redis.slowlogGet(1_000_000).stream().map(entry -> (List<?>) ((List<?>) entry).get(3))
                .filter(command -> command.getFirst().toString().equalsIgnoreCase("EVALSHA"))
                .collect(Collectors.groupingBy(command -> ScriptNames.of(command.get(1).toString()), TreeMap::new,
                        Collectors.counting()));
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ZERO);
    }
}
