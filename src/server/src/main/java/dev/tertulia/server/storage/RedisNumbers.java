package dev.tertulia.server.storage;

import java.util.Map;

import dev.tertulia.redis.AddedNumbers;

/** The registry in Redis, which all replicas share. */
record RedisNumbers(AddedNumbers numbers) implements NumberRegistry {

    @Override
    public boolean add(String id, String businessAccount) {
        return numbers.add(id, businessAccount);
    }

    @Override
    public boolean remove(String id) {
        return numbers.remove(id);
    }

    @Override
    public long version() {
        return numbers.version();
    }

    @Override
    public Map<String, String> all() {
        return numbers.all();
    }
}
