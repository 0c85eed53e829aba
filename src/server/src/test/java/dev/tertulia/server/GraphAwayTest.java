package dev.tertulia.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** During an outage of the Graph API deliveries are accepted, and they are answered in order afterwards. */
class GraphAwayTest {

    private static final List<String> GROUPS = IntStream.range(0, 10).mapToObj(n -> "group-" + n).toList();

    private static String messages() {
        List<String> messages = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            for (String group : GROUPS) {
                messages.add(Delivery.message(group, "wamid." + group + n, "/number " + n, Instant.now()));
            }
        }
        return Delivery.ofMessages(messages);
    }

    @Test
    void theProcessIsReadyAndNothingIsLost() {
        FakeGraph before = new FakeGraph(0);
        before.close();
        try (LiveServer server = new LiveServer(Map.of("whatsapp.graph-url", before.url().toString(),
                "tertulia.send-attempts", 1))) {
            server.meta().deliver(messages());
            await().untilAsserted(() -> assertThat(server.meta().get("/health/readiness").body()).contains("DEGRADED"));
            assertThat(server.meta().get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(server.meta().deliver(messages())).isEqualTo(200);

            try (FakeGraph back = new FakeGraph(before.port())) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(GROUPS).allSatisfy(
                        group -> assertThat(back.texts(group)).containsExactly("answer 0", "answer 1", "answer 2")));
                await().untilAsserted(
                        () -> assertThat(server.meta().get("/health/readiness").body()).doesNotContain("DEGRADED"));
            }
        }
    }
}
