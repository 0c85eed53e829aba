package dev.tertulia.redis;

import dev.tertulia.store.DeadLetterContract;
import dev.tertulia.store.Stores;

class RedisDeadLettersTest implements DeadLetterContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
