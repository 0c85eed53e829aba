package dev.tertulia.devmode;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.devmode.BuildLog.State;

import static org.assertj.core.api.Assertions.assertThat;

/** A saved file makes a new version of the bots, in a conversation that goes on. */
class ReloadTest {

    @TempDir
    Path folder;

    private BotProject project;

    @BeforeEach
    void create() throws Exception {
        project = BotProject.create(folder, "one");
    }

    @Test
    void keepsGroupsMessagesStateAndClock() throws Exception {
        try (DevBench dev = new DevBench(project)) {
            dev.send("POST", "/emulator/groups", Map.of("subject", "Tea"));
            dev.send("POST", "/emulator/clock", Map.of("advance", "PT48H"));
            dev.say(0, "/count");
            dev.awaitSaid(0, "one 1");

            project.counter("two");
            dev.awaitBuild(State.RUNNING, 2);
            dev.say(0, "/count");

            dev.awaitSaid(0, "one 1", "two 2");
            JsonNode state = dev.get("/emulator/state");
            assertThat(state.path("groups").findValuesAsText("subject")).containsExactly("Sunday football", "Tea");
            assertThat(Instant.parse(state.path("now").asText())).isAfter(Instant.now().plus(Duration.ofHours(47)));
        }
    }

    @Test
    void tellsWhereTheSourcesAreWrongAndRecovers() throws Exception {
        try (DevBench dev = new DevBench(project)) {
            project.bot("PingBot", """
                        @OnCommand("ping")
                        Reply ping() {
                            return Reply.text("pong")
                        }
                    """);
            dev.awaitBuild(State.ERRORS, 1);

            JsonNode problem = dev.get("/demo/build").at("/problems/0");
            assertThat(problem).hasToString("{\"file\":\"org/example/PingBot.java\",\"line\":11,\"column\":34,"
                    + "\"message\":\"';' expected\",\"code\":\"        return Reply.text(\\\"pong\\\")\"}");
            dev.say(0, "/count");
            dev.awaitSaid(0, "one 1");

            project.bot("PingBot", """
                        @OnCommand("ping")
                        Reply ping() {
                            return Reply.text("pong");
                        }
                    """);
            dev.awaitBuild(State.RUNNING, 3);
            dev.say(0, "/ping");
            dev.awaitSaid(0, "one 1", "pong");
        }
    }

    @Test
    void startsWithoutAVersionThatCompiles() throws Exception {
        project.bot("PingBot", "oops");

        try (DevBench dev = new DevBench(project)) {
            assertThat(dev.session().log().latest().state()).isEqualTo(State.ERRORS);
            assertThat(dev.page("/playground").statusCode()).isEqualTo(200);
            assertThat(dev.page("/health").statusCode()).isEqualTo(503);
            dev.say(0, "/count");

            project.delete("src/main/java/org/example/PingBot.java");

            dev.awaitSaid(0, "one 1");
        }
    }

    @Test
    void refusesAHandlerThatIsWrongAndRunsTheVersionBefore() throws Exception {
        try (DevBench dev = new DevBench(project)) {
            project.bot("PingBot", """
                        @OnCommand("count")
                        Reply ping() {
                            return Reply.text("pong");
                        }
                    """);

            assertThat(dev.awaitBuild(State.REFUSED, 1).reason())
                    .contains("two handlers for the command /count: CounterBot.count(State) and PingBot.ping()");
            dev.say(0, "/count");
            dev.awaitSaid(0, "one 1");
        }
    }

    @Test
    void letsATurnEndOnTheVersionThatItBeganWith() throws Exception {
        Gate.shut();
        project.bot("SlowBot", """
                    @OnCommand("slow")
                    Reply slow() {
                        dev.tertulia.devmode.Gate.pass();
                        return Reply.text("slow on one");
                    }
                """);
        try (DevBench dev = new DevBench(project)) {
            dev.send("POST", "/emulator/groups", Map.of("subject", "Tea"));
            String tea = dev.get("/emulator/state").at("/groups/1/id").asText();
            dev.send("POST", "/emulator/groups/" + tea + "/members", Map.of("name", "Dora"));
            dev.say(0, "/slow");
            Gate.awaitSomebody();

            project.counter("two");
            dev.awaitBuild(State.RUNNING, 2);
            dev.say(0, "/count");
            dev.say(1, "/count");

            dev.awaitSaid(1, "two 1");
            assertThat(dev.said(0)).isEmpty();
            Gate.open();
            dev.awaitSaid(0, "slow on one", "two 1");
        }
    }

    @Test
    void takesUpBotsResourcesAndTemplates() throws Exception {
        project.save("src/main/resources/whatsapp/templates.json", "[]");
        try (DevBench dev = new DevBench(project)) {
            project.save("src/main/resources/whatsapp/templates.json", """
                    [{"name": "welcome", "language": "en", "body": "Welcome, {{1}}!"}]
                    """);
            dev.awaitBuild(State.RUNNING, 2);
            assertThat(dev.get("/emulator/state").path("templates").findValuesAsText("name"))
                    .containsExactly("welcome");

            project.bot("WordBot", """
                        @OnCommand("word")
                        Reply word() throws java.io.IOException {
                            try (var in = getClass().getResourceAsStream("/word.txt")) {
                                return Reply.text(new String(in.readAllBytes()));
                            }
                        }
                    """);
            project.save("src/main/resources/word.txt", "Tea");
            project.delete("src/main/java/org/example/CounterBot.java");
            Awaitility.await().untilAsserted(() -> assertThat(dev.get("/demo/handlers").findValuesAsText("handler"))
                    .containsExactly("WordBot.word()"));
            dev.say(0, "/word");
            dev.awaitSaid(0, "Tea");
        }
    }

    @Test
    void showsThePagesOfTheVersionThatRunsAtOneAddress() throws Exception {
        try (DevBench dev = new DevBench(project)) {
            assertThat(dev.page("/console").body()).contains("Tertulia");
            assertThat(dev.page("/health").body()).contains("UP");

            project.counter("two");
            dev.awaitBuild(State.RUNNING, 2);

            assertThat(dev.page("/health").body()).contains("UP");
        }
    }

    /** Such as one whose name was made to point at this machine. */
    @Test
    void refusesPagesOfOtherSites() throws Exception {
        try (DevBench dev = new DevBench(project)) {
            for (String path : List.of("/console", "/health", "/playground", "/demo/build", "/demo/turns")) {
                assertThat(dev.raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n"
                        + "Origin: http://evil.example\r\nConnection: close\r\n\r\n")).as(path)
                        .startsWith("HTTP/1.1 403 ");
            }
        }
    }

    /** A browser that follows a link to it would take what that host answers for a page of this address. */
    @Test
    void asksNoOtherHost() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        other.start();
        try (DevBench dev = new DevBench(project)) {
            String host = "127.0.0.1:" + other.getAddress().getPort();

            for (String path : List.of("//" + host + "/page", "http://" + host + "/page", "//" + host)) {
                assertThat(dev.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                        .as(path).startsWith("HTTP/1.1 ");
            }
            assertThat(asked).hasValue(0);
        } finally {
            other.stop(0);
        }
    }

    /** An editor that locks a file which has unsaved changes does so with a link beside it that leads nowhere. */
    @Test
    void buildsWhileAnEditorLocksFiles() throws Exception {
        project.save("src/main/resources/word.txt", "Tea");
        for (String lock : List.of("java/org/example/.#CounterBot.java", "resources/.#word.txt")) {
            Files.createSymbolicLink(folder.resolve("src/main").resolve(lock), Path.of("ana@here.1234:5678"));
        }
        project.save("src/main/java/org/example/._CounterBot.java", "no source");

        try (DevBench dev = new DevBench(project)) {
            assertThat(dev.session().log().latest()).extracting(BuildLog.Build::state, BuildLog.Build::problems)
                    .containsExactly(State.RUNNING, List.of());
        }
    }

    @Test
    void unloadsTheVersionsBefore() throws Exception {
        try (DevBench dev = new DevBench(project)) {
            dev.say(0, "/count");
            dev.awaitSaid(0, "one 1");
            WeakReference<ClassLoader> first = new WeakReference<>(
                    dev.session().reloader().loader().orElseThrow());

            project.counter("two");
            dev.awaitBuild(State.RUNNING, 2);
            dev.say(0, "/count");
            dev.awaitSaid(0, "one 1", "two 2");
            project.counter("three");
            dev.awaitBuild(State.RUNNING, 3);

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                System.gc();
                assertThat(first.get()).isNull();
            });
        }
    }
}
