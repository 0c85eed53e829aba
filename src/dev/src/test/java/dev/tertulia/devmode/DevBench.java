package dev.tertulia.devmode;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;

import dev.tertulia.devmode.BuildLog.State;

import static org.assertj.core.api.Assertions.assertThat;

/** A development mode in this process, and a visitor of its page. */
final class DevBench implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DevSession session;

    DevBench(BotProject project) {
        this(project, false);
    }

    DevBench(BotProject project, boolean tests) {
        session = DevSession.start(Project.at(project.folder()), tests, Map.of("tertulia.port", 0));
    }

    DevSession session() {
        return session;
    }

    HttpResponse<String> send(String method, String path, Object body) {
        try {
            return http.send(HttpRequest.newBuilder(session.url().resolve(path)).header("Content-Type",
                    "application/json").method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        try {
            return JSON.readTree(http.send(HttpRequest.newBuilder(session.url().resolve(path)).build(),
                    BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(session.url().resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Sends a request as it is, and returns the answer. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", session.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The first member of a group says something. */
    void say(int group, String words) {
        JsonNode there = get("/emulator/state").path("groups").path(group);
        assertThat(send("POST", "/emulator/groups/" + there.path("id").asText() + "/messages",
                Map.of("from", there.at("/members/0/id").asText(), "text", words)).statusCode()).isEqualTo(200);
    }

    /** What the bots have said in a group. */
    List<String> said(int group) {
        return get("/emulator/state").path("groups").path(group).path("messages").valueStream()
                .filter(message -> message.path("from").asText().equals("business"))
                .map(message -> message.path("text").asText()).toList();
    }

    /** Waits until the bots have said this in a group, and nothing else. */
    void awaitSaid(int group, String... words) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(
                () -> assertThat(said(group)).containsExactly(words));
    }

    /** Waits until the latest build has come to this. */
    BuildLog.Build awaitBuild(State state, int version) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(
                () -> assertThat(session.log().latest()).extracting(BuildLog.Build::state, BuildLog.Build::version)
                        .containsExactly(state, version));
        return session.log().latest();
    }

    /** Waits until the tests of the latest build have come to this. */
    TestRun awaitTests(TestRun.State state, int version) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            BuildLog.Build build = session.log().latest();
            assertThat(build.version()).isEqualTo(version);
            assertThat(build.tests()).isNotNull().extracting(TestRun::state).isEqualTo(state);
        });
        return Objects.requireNonNull(session.log().latest().tests());
    }

    @Override
    public void close() {
        session.close();
        http.close();
    }
}
