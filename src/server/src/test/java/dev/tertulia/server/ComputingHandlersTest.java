package dev.tertulia.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Handlers that compute without end or end their process do not affect others, even if virtual threads have one
 * carrier.
 */
class ComputingHandlersTest {

    private static final List<String> ARGUMENTS = List.of("-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1", "-D" + ComputingBot.KEY + "=true",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
            System.getProperty("java.class.path"), "dev.tertulia.server.Application");

    private final FakeGraph graph = new FakeGraph(0);

    @AfterEach
    void close() {
        graph.close();
    }

    private App start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET",
                Meta.APP_SECRET, "WHATSAPP_VERIFY_TOKEN", "verify", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER,
                "WHATSAPP_GRAPH_URL", graph.url().toString(), "TERTULIA_BOTS", "ComputingBot", "TERTULIA_HANDLER_LIMIT",
                "1s"));
        environment.putAll(more);
        return App.start(Path.of("target"), ARGUMENTS, environment);
    }

    private static void say(Meta meta, String group, String words) {
        String id = "wamid." + group + words.hashCode();
        assertThat(meta.deliver(Delivery.ofMessages(List.of(Delivery.message(group, id, words, Instant.now())))))
                .isEqualTo(200);
    }

    private void awaitText(String group, String text) {
        await().atMost(60, TimeUnit.SECONDS).until(() -> graph.texts(group).contains(text));
    }

    @Test
    void delayNobodyElse() {
        try (App app = start(Map.of("TERTULIA_STORE", "memory")); Meta meta = new Meta(app.url())) {
            for (String group : List.of("A", "B", "C", "D")) {
                say(meta, group, "/loop");
                say(meta, group, "/backtrack");
                say(meta, group, "/fine after-" + group);
            }
            say(meta, "E", "/fine meanwhile");

            awaitText("E", "meanwhile");
            for (String group : List.of("A", "B", "C", "D")) {
                awaitText(group, "after-" + group);
            }
            assertThat(meta.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(meta.get("/health").body()).contains("ComputingBot.loop()", "ComputingBot.backtrack()");
            assertThat(meta.get("/prometheus").body().lines().filter(line -> line.startsWith("tertulia_handler_stuck")))
                    .anyMatch(line -> line.contains("ComputingBot.loop()") && !line.endsWith(" 0.0"))
                    .anyMatch(line -> line.contains("ComputingBot.fine(String)") && line.endsWith(" 0.0"));
            assertThat(app.output()).contains("HANDLER_STUCK", "ComputingBot.loop(): ", "ComputingBot.java:");
        }
    }

    @Test
    void thatEndTheirProcessAreDeadLettersInTheEnd() {
        try (TestRedis redis = TestRedis.start("--appendonly", "no")) {
            Map<String, String> settings = Map.of("REDIS_URI", redis.uri(), "TERTULIA_HANDLER_ATTEMPTS", "2");
            try (App first = start(settings); Meta meta = new Meta(first.url())) {
                say(meta, "A", "/halt");
                assertThat(first.ended()).isEqualTo(1);
            }
            try (App second = start(settings)) {
                assertThat(second.ended()).isEqualTo(1);
            }

            try (App third = start(settings); Meta meta = new Meta(third.url())) {
                say(meta, "A", "/fine afterwards");

                awaitText("A", "afterwards");
                assertThat(third.output()).contains("ComputingBot.halt()", "attempt 2 was begun and did not end");
            }
        }
    }
}
