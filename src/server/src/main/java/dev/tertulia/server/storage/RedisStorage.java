package dev.tertulia.server.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.RedisStore;
import dev.tertulia.redis.Rings;
import dev.tertulia.store.JournalLimits;
import dev.tertulia.store.Stores;

/** Storage in Redis, which all replicas share. */
public final class RedisStorage implements Storage {

    private final RedisConnection redis;
    private final Map<String, RedisStore> stores = new ConcurrentHashMap<>();

    private final Rings rings;
    private final JournalLimits journal;

    /** Storage of a process that wants no signals. */
    public RedisStorage(RedisConnection redis, JournalLimits journal) {
        this(redis, new Rings(), journal);
    }

    /**
     * Storage of a process that wants signals.
     *
     * @param rings   the signals that come over this connection
     * @param journal the bounds of each number's journal
     */
    public RedisStorage(RedisConnection redis, Rings rings, JournalLimits journal) {
        this.redis = redis;
        this.rings = rings;
        this.journal = journal;
    }

    @Override
    public void listen(Rings.Listener listener) {
        rings.listen(listener);
    }

    @Override
    public Stores of(String number) {
        return stores.computeIfAbsent(number, n -> new RedisStore(redis, n, journal)).stores();
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
