package dev.tertulia.redis;

import dev.tertulia.store.Stores;
import dev.tertulia.store.WindowsContract;

class RedisWindowsTest implements WindowsContract {

    private final Stores stores = TestRedis.shared().stores();

    @Override
    public Stores stores() {
        return stores;
    }
}
