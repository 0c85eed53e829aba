package dev.tertulia.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Under overload deliveries are refused, and Meta repeats them. */
class OverloadTest {

    private static String numbers(int from, int to) {
        return Delivery.ofMessages(IntStream.range(from, to)
                .mapToObj(n -> Delivery.message("group", "wamid." + n, "/number " + n, Instant.now())).toList());
    }

    private static HttpResponse<String> deliver(LiveServer server, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return server.meta().send(server.meta().request("/webhook")
                .header("X-Hub-Signature-256", Meta.signature(body)).POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void nothingIsAcknowledgedAndThenDropped() {
        try (TestRedis redis = TestRedis.start("--appendonly", "no");
                LiveServer server = new LiveServer(Map.of("redis.uri", redis.uri(), "tertulia.backlog.sends", 5,
                        "whatsapp.messages-per-second", 4))) {
            assertThat(server.meta().deliver(numbers(0, 12))).isEqualTo(200);
            await().untilAsserted(() -> assertThat(deliver(server, numbers(12, 13)).statusCode()).isEqualTo(503));
            assertThat(deliver(server, numbers(12, 13)).headers().firstValue("Retry-After")).hasValue("10");

            await().untilAsserted(() -> assertThat(server.meta().deliver(numbers(12, 13))).isEqualTo(200));
            await().untilAsserted(() -> assertThat(server.graph().texts("group"))
                    .isEqualTo(IntStream.range(0, 13).mapToObj(n -> "answer " + n).toList()));
        }
    }
}
