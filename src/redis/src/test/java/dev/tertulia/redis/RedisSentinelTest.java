package dev.tertulia.redis;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.StoreUnavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RedisSentinelTest {

    private static final Duration FAILOVER = Duration.ofSeconds(30);

    @Test
    void tellsWhoTheMasterIsEvenWhenThatChanges() {
        try (TestRedis master = TestRedis.start();
                TestRedis replica = TestRedis.start("--replicaof", "127.0.0.1", "" + master.port());
                TestRedis sentinel = TestRedis.sentinelOf(master);
                RedisConnection connection = RedisConnection
                        .to("redis-sentinel://127.0.0.1:" + sentinel.port() + "#main")) {
            connection.run(redis -> redis.set("key", "before"));
            await().until(() -> "before".equals(replica.connection().run(redis -> redis.get("key"))));

            master.stop();
            assertThatThrownBy(connection::ping).isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("Redis behind Sentinels at 127.0.0.1:" + sentinel.port());

            await().atMost(FAILOVER).ignoreException(StoreUnavailable.class)
                    .untilAsserted(() -> connection.run(redis -> redis.set("key", "after")));
            assertThat(replica.connection().<String>run(redis -> redis.get("key"))).isEqualTo("after");
        }
    }
}
