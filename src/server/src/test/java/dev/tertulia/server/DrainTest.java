package dev.tertulia.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A replica that stops takes its steps in order, and another replica continues. */
class DrainTest {

    private static String message(String group, String id, String text) {
        return Delivery.ofMessages(List.of(Delivery.message(group, id, text, Instant.now())));
    }

    @Test
    void itFinishesItsTurnWhileAnotherReplicaDoesTheRest() throws InterruptedException {
        try (TestRedis redis = TestRedis.start("--appendonly", "no");
                LiveServer stopping = new LiveServer(Map.of("redis.uri", redis.uri()))) {
            stopping.meta().deliver(message("busy", "1", "/work"));
            stopping.bot().awaitBusy();
            stopping.meta().deliver(message("busy", "2", "/number 2"));
            Thread end = Thread.ofVirtual().start(stopping::stop);

            await().untilAsserted(() -> assertThat(stopping.meta().get("/health/readiness").body())
                    .contains("this process is stopping"));
            assertThat(stopping.meta().get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(stopping.meta().get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(stopping.meta().deliver(message("other", "3", "/number 3"))).isEqualTo(200);
            try (LiveServer next = new LiveServer(Map.of("redis.uri", redis.uri()))) {
                await().untilAsserted(() -> assertThat(next.graph().texts("other")).containsExactly("answer 3"));
                assertThat(end.isAlive()).isTrue();
                assertThat(next.graph().texts("busy")).isEmpty();

                stopping.bot().enough();
                end.join();
                await().untilAsserted(() -> assertThat(next.graph().texts("busy")).containsExactly("answer 2"));
                assertThat(stopping.graph().sent()).isEmpty();
            }
        }
    }
}
