package dev.tertulia.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged application on Redis asks and waits, finds its own messages again, and talks to people in private. */
class DialoguesIT {

    private static final Duration TAKEOVER = Duration.ofSeconds(30);
    private static final String INVITATION = "picnic on 2026-12-31 at 18:30, the river\nReact with 👍 or 👎, or quote this"
            + " with yes or no.";

    private final String group = "group-" + UUID.randomUUID();
    private TestRedis redis;
    private FakeGraph graph;

    @BeforeEach
    void start() {
        redis = TestRedis.start("--appendonly", "no");
        graph = new FakeGraph(0);
    }

    @AfterEach
    void stop() {
        graph.close();
        redis.close();
    }

    private App replica() {
        return PackagedApp.start(Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET", Meta.APP_SECRET,
                "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER, "WHATSAPP_GRAPH_URL",
                graph.url().toString(), "REDIS_URI", redis.uri()));
    }

    private void deliver(App app, String message) {
        deliverWhole(app, Delivery.ofMessages(List.of(message)));
    }

    private static void deliverWhole(App app, String delivery) {
        try (Meta meta = new Meta(app.url())) {
            assertThat(meta.deliver(delivery)).isEqualTo(200);
        }
    }

    private void says(App app, String words) {
        deliver(app, Delivery.message(group, "wamid.in-" + UUID.randomUUID(), words, Instant.now()));
    }

    private void awaitLast(String words) {
        await().atMost(TAKEOVER).untilAsserted(() -> assertThat(graph.texts(group)).last().isEqualTo(words));
    }

    @Test
    void aDialogueSurvivesKillsAndMovesToAnotherReplica() {
        App killed = replica();
        says(killed, "/event picnic");
        awaitLast("On which day? Write it like 2026-05-31.");
        JsonNode question = graph.sent().getLast();
        killed.kill();

        try (App first = replica(); App second = replica()) {
            // the killed process may not have stored that it was sent; WhatsApp's status tells the next one
            deliverWhole(second, Delivery.sent(group, graph.idOf(question.at("/text/body").asText()),
                    question.path("biz_opaque_callback_data").asText()));
            says(first, "soon");
            awaitLast("I did not understand that: write it like 2026-03-31.");
            says(second, "2026-12-31");
            awaitLast("At what time? Write it like 18:30.");
            says(first, "18:30");
            awaitLast("Where?");
            says(second, "the river");
            awaitLast(INVITATION);

            String invitation = graph.idOf(INVITATION);
            await().untilAsserted(() -> assertThat(graph.sent()).anyMatch(request -> pins(request, invitation)));
            deliver(second, Delivery.reaction(group, "wamid.r-" + group, invitation, "👍"));
            awaitLast("16505551234 comes. Coming: 16505551234");
            deliver(first, Delivery.quoting(group, "wamid.q-" + group, invitation, "no"));
            awaitLast("16505551234 does not come. Coming: nobody");
        }
        assertThat(graph.texts(group)).doesNotHaveDuplicates();
    }

    private static boolean pins(JsonNode request, String messageId) {
        return request.path("type").asText().equals("pin")
                && request.at("/pin/message_id").asText().equals(messageId)
                && request.at("/pin/expiration_days").asInt() == 7;
    }

    @Test
    void peopleAreAnsweredInPrivate() {
        try (App app = replica()) {
            deliver(app, Delivery.privateMessage("16505557777", "wamid.p-" + group, "/help"));

            await().untilAsserted(() -> assertThat(graph.sent()).singleElement().satisfies(message -> {
                assertThat(message.path("recipient_type").asText()).isEqualTo("individual");
                assertThat(message.path("to").asText()).isEqualTo("+16505557777");
                assertThat(message.at("/text/body").asText()).isEqualTo("There are no commands here.");
                assertThat(message.at("/context/message_id").asText()).isEqualTo("wamid.p-" + group);
            }));
        }
    }
}
