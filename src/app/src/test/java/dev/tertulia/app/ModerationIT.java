package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged application keeps a group in order by a rule file that changes while it runs, over two replicas. */
class ModerationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PROPOSED = Pattern.compile("Case (\\w+): .*Removal is proposed.*", Pattern.DOTALL);
    private static final String SPAMMER = "16505551234";
    private static final String STAFF = "16505550000";

    private final TestRedis redis = TestRedis.start();
    private final FakeGraph graph = new FakeGraph(0);
    private final String group = "group-" + UUID.randomUUID();
    private final String mods = "mods-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        graph.close();
        redis.close();
    }

    private void rules(String mode) throws IOException {
        Files.writeString(folder.resolve("moderation.yml"), """
                staff:
                  people: ["+%s"]
                  alerts: { group: %s }
                policies:
                  - name: community
                    groups: { all: true }
                    strikes:
                      ladder:
                        3: [ { propose: remove } ]
                    rules:
                      - name: links
                        mode: %s
                        when: { links: { not_in: [example.org] } }
                        then: [ { strike: 1 }, { reply: "No links here." } ]
                """.formatted(STAFF, mods, mode));
    }

    private App replica() {
        return PackagedApp.start(Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET", Meta.APP_SECRET,
                "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER, "WHATSAPP_GRAPH_URL",
                graph.url().toString(), "REDIS_URI", redis.uri(), "TERTULIA_MODERATION",
                folder.resolve("moderation.yml").toString()));
    }

    private static void deliver(App app, String delivery) {
        try (Meta meta = new Meta(app.url())) {
            assertThat(meta.deliver(delivery)).isEqualTo(200);
        }
    }

    private static void says(App app, String chat, String words) {
        deliver(app, Delivery.ofMessages(
                List.of(Delivery.message(chat, "wamid.in-" + UUID.randomUUID(), words, Instant.now()))));
    }

    private static void writes(App app, String phone, String words) {
        deliver(app, Delivery.ofMessages(
                List.of(Delivery.privateMessage(phone, "wamid.in-" + UUID.randomUUID(), words))));
    }

    private void awaitPrivate(String phone, String words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(graph.sent()).anySatisfy(message -> {
            assertThat(message.path("to").asText()).isEqualTo("+" + phone);
            assertThat(message.at("/text/body").asText()).contains(words);
        }));
    }

    @Test
    void ruleGoesFromShadowToARemovalThatStaffApprove() throws IOException {
        rules("shadow");
        try (App first = replica(); App second = replica()) {
            says(first, mods, "hello");
            says(second, group, "http://spam.example.com/shadow");
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                writes(first, STAFF, "/mod find " + SPAMMER);
                assertThat(graph.sent()).anyMatch(
                        message -> message.at("/text/body").asText().contains("community/links (noted)"));
            });
            assertThat(graph.texts(group)).isEmpty();

            rules("enforce");
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                says(first, group, "http://spam.example.com/" + UUID.randomUUID());
                assertThat(graph.texts(mods)).anyMatch(PROPOSED.asMatchPredicate());
            });
            assertThat(graph.texts(group)).containsOnly("No links here.").hasSizeGreaterThanOrEqualTo(3);
            Matcher alert = PROPOSED.matcher(graph.texts(mods).stream().filter(PROPOSED.asMatchPredicate()).findFirst()
                    .orElseThrow());
            assertThat(alert.matches()).isTrue();
            String number = alert.group(1);

            writes(second, SPAMMER, "/mod yes " + number);
            awaitPrivate(SPAMMER, "Only staff decide");
            writes(second, STAFF, "/mod yes " + number);
            awaitPrivate(STAFF, "Case " + number + ": " + SPAMMER + " is being removed.");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(graph.sent()).anyMatch(ModerationIT::removes));
            deliver(first, Delivery.removed(group, "request" + graph.idOf(""), SPAMMER));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(graph.texts(mods))
                    .contains("Case " + number + ": " + SPAMMER + " is removed."));

            writes(first, SPAMMER, "appeal " + number + " it was my own site");
            awaitPrivate(SPAMMER, "Case " + number + ": staff will look at it again.");
            writes(second, STAFF, "/mod show " + number);
            awaitPrivate(STAFF, "it was my own site");
        }
        assertThat(graph.sent().stream().filter(ModerationIT::removes)).hasSize(1);
    }

    private static boolean removes(JsonNode request) {
        return request.at("/participants/0/user").asText().endsWith(SPAMMER);
    }
}
