package dev.tertulia.server;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** While the store is away, the console says so, and the pages come back by themselves. */
class ConsoleStoreAwayTest {

    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void pagesSayThatTheStoreIsAwayAndAreLoadedAgain() {
        try (TestRedis redis = TestRedis.start("--appendonly", "yes");
                LiveServer server = new LiveServer(
                        Map.of("tertulia.console.password", PASSWORD, "redis.uri", redis.uri()));
                ConsoleVisitor visitor = new ConsoleVisitor(server.url())) {
            visitor.login(PASSWORD);
            redis.stop();

            await().untilAsserted(() -> {
                HttpResponse<String> answer = visitor.get("/console/deliveries");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Refresh")).hasValue("5");
                assertThat(answer.body()).contains("Not available now", "loaded again");
            });
            HttpResponse<String> form = visitor.post("/console/groups/group-1/labels",
                    Map.of("label", "vip", "action", "add"));
            assertThat(form.headers().firstValue("Refresh")).isEmpty();
            assertThat(form.body()).contains("It is not known whether this was done").doesNotContain("loaded again");
            await().untilAsserted(
                    () -> assertThat(visitor.get("/console").body()).contains("The store is not available"));

            redis.restart();
            await().untilAsserted(
                    () -> assertThat(visitor.get("/console/deliveries").statusCode()).isEqualTo(200));
            await().untilAsserted(
                    () -> assertThat(visitor.get("/console").body()).doesNotContain("The store is not available"));
        }
    }
}
