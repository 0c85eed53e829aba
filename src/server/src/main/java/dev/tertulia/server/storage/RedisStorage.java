package dev.tertulia.server.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.RedisStore;
import dev.tertulia.redis.Rings;
import dev.tertulia.store.Stores;

/** Storage in Redis, which all replicas share. */
public final class RedisStorage implements Storage {

    private final RedisConnection redis;
    private final Map<String, RedisStore> stores = new ConcurrentHashMap<>();

    private final Rings rings;

    /** Storage of a process that wants no signals. */
    public RedisStorage(RedisConnection redis) {
        this(redis, new Rings());
    }

    /** @param rings the signals that come over this connection */
    public RedisStorage(RedisConnection redis, Rings rings) {
        this.redis = redis;
        this.rings = rings;
    }

    @Override
    public void listen(Rings.Listener listener) {
        rings.listen(listener);
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
