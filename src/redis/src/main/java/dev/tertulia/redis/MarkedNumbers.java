package dev.tertulia.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
     * The numbers that a process has to look at now. Costs a script a shard, whatever the count of numbers.
     *
     * @throws dev.tertulia.store.StoreUnavailable if Redis cannot be asked
     */
    public List<String> due() {
        List<String> due = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            Scripts.list(redis, new Call(Script.SWEEP).keys(shard(shard)))
                    .forEach(number -> due.add(Objects.requireNonNull(number).toString()));
        }
        return due;
    }
}
