package dev.tertulia.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import dev.tertulia.redis.TestRedis;

/** The same, with the store in Redis. */
class ConsoleModerationOnRedisTest extends ConsoleModerationTest {

    private static TestRedis redis;

    @BeforeAll
    static void startRedis() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    Map<String, Object> settings(Path file) {
        redis.tell("FLUSHALL");
        Map<String, Object> settings = new HashMap<>(super.settings(file));
        settings.put("redis.uri", redis.uri());
        return settings;
    }
}
