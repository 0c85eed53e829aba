package dev.tertulia.server.redis;

import dev.tertulia.Line;
import dev.tertulia.store.DirectoryContract;

class RedisDirectoryTest implements DirectoryContract {

    private final Line.Stores stores = TestRedis.shared().stores();

    @Override
    public Line.Stores stores() {
        return stores;
    }
}
