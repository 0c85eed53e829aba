package dev.tertulia.server;

import java.util.Map;

import dev.tertulia.redis.TestRedis;

/** Runs the contract with the Redis store. */
class RedisLineTest extends LineContract {

    @Override
    Map<String, Object> store() {
        return Map.of("redis.uri", TestRedis.shared().uri(), "whatsapp.messages-per-second", 500);
    }
}
