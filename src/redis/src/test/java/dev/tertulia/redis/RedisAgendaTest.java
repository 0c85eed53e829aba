package dev.tertulia.redis;

import dev.tertulia.store.AgendaContract;
import dev.tertulia.store.Stores;

class RedisAgendaTest implements AgendaContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
