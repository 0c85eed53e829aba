package dev.tertulia.redis;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers that may have work, over all processes of one Redis. They lie in shards, so that a cluster spreads them over
 * its nodes.
 *
 * @param redis the way to Redis
 */
public record MarkedNumbers(RedisConnection redis) {

    private static final int SHARDS = 16;

    /** Sorted set: number by the moment, by Redis' clock in milliseconds, from which on processes look at it. */
    static String key(String number) {
        return shard(Math.floorMod(number.hashCode(), SHARDS));
    }

    private static String shard(int shard) {
        return of(shard, "marked");
    }

    private static String of(int shard, String name) {
        return "tertulia:{shard:" + shard + "}:" + name;
    }

    /**
     * Writes a little on each node.
     *
     * @throws dev.tertulia.store.StoreUnavailable when that cannot be done, with what is wrong and what to do about it
     */
    public void probe() {
        for (int shard = 0; shard < SHARDS; shard++) {
            Scripts.number(redis, new Call(Script.PROBE).keys(of(shard, "probe")));
        }
    }

    /**
     * The numbers that a process has to look at now. Costs one script, in a cluster one a shard, whatever the count of
     * numbers.
     *
     * @throws dev.tertulia.store.StoreUnavailable if Redis cannot be asked
     */
    public List<String> due() {
        List<String> shards = IntStream.range(0, SHARDS).mapToObj(MarkedNumbers::shard).toList();
        Stream<Call> sweeps = redis.isCluster()
                ? shards.stream().map(shard -> new Call(Script.SWEEP).keys(shard))
                : Stream.of(new Call(Script.SWEEP).keys(shards.toArray(String[]::new)));
        return sweeps.flatMap(sweep -> Scripts.list(redis, sweep).stream())
                .map(number -> Objects.requireNonNull(number).toString()).toList();
    }
}
