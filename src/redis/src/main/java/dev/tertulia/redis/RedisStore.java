package dev.tertulia.redis;

import dev.tertulia.store.EventJournal;
import dev.tertulia.store.Fleet;
import dev.tertulia.store.Stores;

/** The stores of one phone number in Redis, shared by all processes with the same Redis. */
public final class RedisStore {

    private final Scripts scripts;
    private final Keys keys;
    private final Stores stores;

    /**
     * The stores of a number; opens nothing yet.
     *
     * @param number the phone number id
     */
    public RedisStore(RedisConnection redis, String number) {
        this(redis, number, EventJournal.Limits.USUAL);
    }

    /** The same, with a journal of these bounds. */
    public RedisStore(RedisConnection redis, String number, EventJournal.Limits limits) {
        this.keys = new Keys(number);
        this.scripts = Scripts.of(redis, keys);
        Unfinished unfinished = new Unfinished(scripts);
        JournalCalls journal = new JournalCalls(keys, limits);
        RedisWindows windows = new RedisWindows(scripts, keys);
        this.stores = new Stores(new RedisInbox(scripts, journal, windows, unfinished),
                new RedisOutbox(scripts, journal, unfinished), windows, new RedisOperations(scripts, keys),
                new RedisLedger(scripts, new LedgerKeys(keys)),
                new RedisLabels(scripts, keys), new RedisBroadcasts(scripts, keys), new RedisDeadLetters(scripts, keys),
                new RedisDirectory(scripts, keys), new RedisTags(redis, keys),
                new Fleet(new RedisCounters(scripts, keys), new RedisLogs(scripts, keys)),
                new RedisAgenda(scripts, keys), new RedisJournal(scripts, journal));
    }

    /** All stores, for a line. */
    public Stores stores() {
        return stores;
    }

    /**
     * Writes a little, as everything that this store is for does.
     *
     * @throws dev.tertulia.store.StoreUnavailable when that cannot be done, with what is wrong and what to do about it
     */
    public void probe() {
        scripts.number(new Call(Script.PROBE).keys(keys.probe()));
    }
}
