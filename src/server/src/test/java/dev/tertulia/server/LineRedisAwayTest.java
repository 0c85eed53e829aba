package dev.tertulia.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The process survives an outage of Redis, which returns with its data. */
class LineRedisAwayTest {

    private static String number(int n) {
        return Delivery.ofMessages(List.of(Delivery.message("group", "wamid." + n, "/number " + n, Instant.now())));
    }

    @Test
    void isSaidAndSurvived() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes");
                LiveServer server = new LiveServer(Map.of("redis.uri", redis.uri()))) {
            assertThat(server.meta().deliver(number(0))).isEqualTo(200);
            await().untilAsserted(() -> assertThat(server.graph().texts("group")).containsExactly("answer 0"));

            redis.stop();
            assertThat(server.meta().deliver(number(1))).isEqualTo(503);
            await().untilAsserted(() -> assertThat(server.meta().get("/health").statusCode()).isEqualTo(503));
            await().untilAsserted(() -> assertThat(server.meta().get("/health/readiness").statusCode()).isEqualTo(503));
            assertThat(server.meta().get("/health/liveness").statusCode()).isEqualTo(200);

            redis.restart();
            await().untilAsserted(() -> assertThat(server.meta().deliver(number(1))).isEqualTo(200));
            await().untilAsserted(
                    () -> assertThat(server.graph().texts("group")).containsExactly("answer 0", "answer 1"));
            await().untilAsserted(() -> assertThat(server.meta().get("/health/readiness").statusCode()).isEqualTo(200));
        }
    }

    @Test
    void doesNotKeepTheProcessFromStarting() {
        try (TestRedis redis = TestRedis.start("--appendonly", "no")) {
            redis.stop();
            try (LiveServer server = new LiveServer(Map.of("redis.uri", redis.uri()))) {
                assertThat(server.meta().deliver(number(0))).isEqualTo(503);

                redis.restart();
                await().untilAsserted(() -> assertThat(server.meta().deliver(number(0))).isEqualTo(200));
                await().untilAsserted(() -> assertThat(server.graph().texts("group")).containsExactly("answer 0"));
            }
        }
    }
}
