package dev.tertulia.server.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.RedisStore;
import dev.tertulia.store.Stores;

/** Storage in Redis, which all replicas share. */
public final class RedisStorage implements Storage {

    private final RedisConnection redis;
    private final Map<String, RedisStore> stores = new ConcurrentHashMap<>();

    public RedisStorage(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public Stores of(String number) {
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
