package dev.tertulia.redis;

import dev.tertulia.store.InboxContract;
import dev.tertulia.store.Stores;

class RedisInboxTest implements InboxContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
