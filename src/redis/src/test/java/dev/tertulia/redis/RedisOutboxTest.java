package dev.tertulia.redis;

import dev.tertulia.store.OutboxContract;
import dev.tertulia.store.Stores;

class RedisOutboxTest implements OutboxContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
