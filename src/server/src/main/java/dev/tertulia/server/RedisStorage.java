package dev.tertulia.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.Line;
import dev.tertulia.server.redis.RedisConnection;
import dev.tertulia.server.redis.RedisStore;

/** Keeps everything in Redis, where every replica finds it. */
final class RedisStorage implements Storage {

    private final RedisConnection redis;
    private final Map<String, RedisStore> stores = new ConcurrentHashMap<>();

    RedisStorage(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public Line.Stores of(String number) {
        return stores.computeIfAbsent(number, n -> new RedisStore(redis, n)).stores();
    }

    @Override
    public void probe() {
        stores.values().forEach(RedisStore::probe);
    }

    @Override
    public List<String> warnings() {
        return redis.warnings();
    }

    @Override
    public void close() {
        redis.close();
    }
}
