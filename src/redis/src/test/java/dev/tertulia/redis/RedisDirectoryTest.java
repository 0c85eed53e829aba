package dev.tertulia.redis;

import dev.tertulia.store.DirectoryContract;
import dev.tertulia.store.Stores;

class RedisDirectoryTest implements DirectoryContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
