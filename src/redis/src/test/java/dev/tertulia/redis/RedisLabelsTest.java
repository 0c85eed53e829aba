package dev.tertulia.redis;

import dev.tertulia.store.LabelContract;
import dev.tertulia.store.Stores;

class RedisLabelsTest implements LabelContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
