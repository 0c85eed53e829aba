package dev.tertulia.redis;

import dev.tertulia.store.AsideContract;
import dev.tertulia.store.Stores;

class RedisDeadLettersTest implements AsideContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
