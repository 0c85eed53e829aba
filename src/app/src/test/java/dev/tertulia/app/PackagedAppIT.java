package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged application runs live, with a Redis and a fake Graph API. */
class PackagedAppIT {

    private static final Path WIRE = Path.of("..", "wire", "webhooks");
    private static final Duration TAKEOVER = Duration.ofSeconds(30);

    private static final int STOPPED_BY_SIGTERM = 143;

    private static FakeGraph graph;
    private static App app;
    private static Meta meta;

    @BeforeAll
    static void start() {
        graph = new FakeGraph(0);
        app = PackagedApp.start(live(graph.port(), TestRedis.shared()));
        meta = new Meta(app.url());
    }

    @AfterAll
    static void stop() {
        app.close();
        meta.close();
        graph.close();
    }

    private static Map<String, String> live(int graphPort, TestRedis redis) {
        return Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET", Meta.APP_SECRET,
                "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER, "WHATSAPP_GRAPH_URL",
                "http://127.0.0.1:" + graphPort, "REDIS_URI", redis.uri());
    }

    private static String newGroup() {
        return "group-" + UUID.randomUUID();
    }

    private static String echo(String group, String words, Instant at) {
        return Delivery.message(group, "wamid." + group + words, "/echo " + words, at);
    }

    private static void assertHeard(FakeGraph graph, String group, String... texts) {
        await().atMost(TAKEOVER).untilAsserted(() -> assertThat(graph.texts(group)).containsExactly(texts));
    }

    /** Waits for the answer to a message of another group. By then, earlier deliveries have been handled. */
    private static void letItPass() {
        String other = newGroup();
        meta.deliver(Delivery.ofMessages(List.of(echo(other, "passed", Instant.now()))));
        assertHeard(graph, other, "passed");
    }

    @Test
    void acknowledgesEveryDeliveryThatMetaDocuments() throws IOException {
        try (Stream<Path> files = Files.list(WIRE)) {
            for (Path file : files.toList()) {
                assertThat(meta.deliver(Files.readAllBytes(file))).as(file.toString()).isEqualTo(200);
            }
        }
    }

    @Test
    void answersEachMessageOnceHoweverOftenItComes() {
        String group = newGroup();
        Instant now = Instant.now();
        List<String> messages = List.of(echo(group, "a", now), echo(group, "b", now), echo(group, "c", now));

        for (int time = 0; time < 3; time++) {
            List<String> reordered = new ArrayList<>(messages);
            Collections.rotate(reordered, time);
            assertThat(meta.deliver(Delivery.ofMessages(reordered))).isEqualTo(200);
        }
        meta.deliver(Delivery.ofMessages(List.of(echo(group, "d", now))));

        assertHeard(graph, group, "a", "b", "c", "d");
    }

    @Test
    void doesNotAnswerFreelyToYesterday() {
        String group = newGroup();
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));

        meta.deliver(Delivery.ofMessages(List.of(Delivery.message(group, "wamid." + group, "/ping", yesterday))));

        letItPass();
        assertThat(graph.texts(group)).isEmpty();
    }

    @Test
    void welcomesWithTheTemplateWhileTheWindowIsShut() {
        String group = newGroup();

        meta.deliver(Delivery.join(group, "16505550001", Instant.now()));

        await().untilAsserted(() -> assertThat(graph.templates(group)).containsExactly("welcome"));
        assertThat(graph.texts(group)).isEmpty();
    }

    @Test
    void welcomesInWordsWhileTheWindowIsOpen() {
        String group = newGroup();

        meta.deliver(Delivery.ofMessages(List.of(Delivery.message(group, "wamid." + group, "hello", Instant.now()))));
        meta.deliver(Delivery.join(group, "16505550001", Instant.now()));

        assertHeard(graph, group, "Welcome, 16505550001");
        assertThat(graph.templates(group)).isEmpty();
    }

    /** The Graph API is unavailable when the message arrives, so the process dies before its answer is sent. */
    @Test
    void answersOnceWhatItAcknowledgedBeforeItWasKilled() {
        String group = newGroup();
        int port = portOfNobody();
        Map<String, String> environment = live(port, TestRedis.start("--appendonly", "no"));
        App killed = PackagedApp.start(environment);
        try (Meta sender = new Meta(killed.url())) {
            assertThat(sender.deliver(Delivery.ofMessages(List.of(echo(group, "a", Instant.now()))))).isEqualTo(200);
        }
        killed.kill();

        try (FakeGraph back = new FakeGraph(port);
                App next = PackagedApp.start(environment);
                Meta sender = new Meta(next.url())) {
            assertHeard(back, group, "a");
            sender.deliver(Delivery.ofMessages(List.of(echo(group, "b", Instant.now()))));
            assertHeard(back, group, "a", "b");
        }
    }

    /** SIGTERM arrives while WhatsApp has a message and has not responded yet. */
    @Test
    void finishesWhatItHasInHandWhenItIsTold() {
        String group = newGroup();
        try (TestRedis redis = TestRedis.start("--appendonly", "no");
                FakeGraph slow = new FakeGraph(0);
                App stopping = PackagedApp.start(live(slow.port(), redis));
                Meta sender = new Meta(stopping.url())) {
            slow.holdAnswers();
            sender.deliver(Delivery.ofMessages(List.of(echo(group, "a", Instant.now()))));
            assertHeard(slow, group, "a");
            CompletableFuture<Integer> end = stopping.terminate();
            await().until(() -> sender.get("/health/readiness").statusCode() == 503);
            assertThat(sender.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(end).isNotDone();

            slow.answer();

            assertThat(end.join()).isEqualTo(STOPPED_BY_SIGTERM);
            try (App next = PackagedApp.start(live(slow.port(), redis)); Meta other = new Meta(next.url())) {
                other.deliver(Delivery.ofMessages(List.of(echo(group, "b", Instant.now()))));
                assertHeard(slow, group, "a", "b");
            }
        }
    }

    private static int portOfNobody() {
        try (FakeGraph taken = new FakeGraph(0)) {
            return taken.port();
        }
    }

    @Test
    void saysInOneSentenceWhyItDoesNotStart() {
        Map<String, String> environment = new HashMap<>(live(1, TestRedis.shared()));
        environment.remove("WHATSAPP_APP_SECRET");

        assertThat(PackagedApp.fail(environment)).isEqualTo("Tertulia cannot start: WHATSAPP_APP_SECRET"
                + " (whatsapp.app-secret) is missing; write the app secret from the app's basic settings.\n");
    }
}
