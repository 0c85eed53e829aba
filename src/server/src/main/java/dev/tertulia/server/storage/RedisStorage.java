package dev.tertulia.server.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.tertulia.redis.MarkedNumbers;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.RedisNumbers;
import dev.tertulia.redis.RedisProcesses;
import dev.tertulia.redis.RedisStore;
import dev.tertulia.redis.Rings;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.NumberRegistry;
import dev.tertulia.store.Processes;
import dev.tertulia.store.Stores;

/** Storage in Redis, which all replicas share. */
public final class RedisStorage implements Storage {

    /** Of more numbers, only what they share is probed. */
    private static final int EACH_PROBED = 16;

    private final RedisConnection redis;
    private final Map<String, RedisStore> stores = new ConcurrentHashMap<>();

    private final Rings rings;
    private final EventJournal.Limits journal;
    private final MarkedNumbers marked;

    /** Storage of a process that wants no signals. */
    public RedisStorage(RedisConnection redis, EventJournal.Limits journal) {
        this(redis, new Rings(), journal);
    }

    /**
     * Storage of a process that wants signals.
     *
     * @param rings   the signals that come over this connection
     * @param journal the bounds of each number's journal
     */
    public RedisStorage(RedisConnection redis, Rings rings, EventJournal.Limits journal) {
        this.redis = redis;
        this.marked = new MarkedNumbers(redis);
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
    public Optional<NumberRegistry> addedNumbers() {
        return Optional.of(new RedisNumbers(redis));
    }

    @Override
    public List<String> numbersWithWork() {
        return marked.due();
    }

    @Override
    public Processes processes() {
        return new RedisProcesses(redis);
    }

    @Override
    public void probe() {
        if (stores.size() <= EACH_PROBED) {
            stores.values().forEach(RedisStore::probe);
        } else {
            marked.probe();
        }
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
