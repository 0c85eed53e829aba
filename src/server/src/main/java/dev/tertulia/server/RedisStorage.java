package dev.tertulia.server;

import dev.tertulia.Line;
import dev.tertulia.server.redis.RedisConnection;
import dev.tertulia.server.redis.RedisStore;

/** Keeps everything in Redis, where every replica finds it. */
final class RedisStorage implements Storage {

    private final RedisConnection redis;

    RedisStorage(String uri) {
        this.redis = RedisConnection.to(uri);
    }

    @Override
    public Line.Stores of(String number) {
        RedisStore store = new RedisStore(redis, number);
        return new Line.Stores(store.inbox(), store.outbox(), store.windows(), store.operations(),
                store.ledger());
    }

    @Override
    public void ping() {
        redis.ping();
    }

    @Override
    public void close() {
        redis.close();
    }
}
