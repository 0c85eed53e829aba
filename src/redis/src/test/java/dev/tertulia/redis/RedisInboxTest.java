package dev.tertulia.redis;

import dev.tertulia.store.InboxContract;
import dev.tertulia.store.Stores;

class RedisInboxTest implements InboxContract {

    private final String number = TestRedis.newNumber();
    private final Stores stores = TestRedis.shared().stores(number);

    @Override
    public String number() {
        return number;
    }

    @Override
    public Stores stores() {
        return stores;
    }
}
