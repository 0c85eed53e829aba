package dev.tertulia.redis;

import dev.tertulia.store.TagContract;
import dev.tertulia.store.Tags;

class RedisTagsTest implements TagContract {

    private final Tags tags = TestRedis.shared().stores().tags();

    @Override
    public Tags tags() {
        return tags;
    }
}
