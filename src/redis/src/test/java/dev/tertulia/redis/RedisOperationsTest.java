package dev.tertulia.redis;

import dev.tertulia.store.OperationContract;
import dev.tertulia.store.Stores;

class RedisOperationsTest implements OperationContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
