package dev.tertulia.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The demo shows the turns of its bots over HTTP. */
class TurnLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Application demo;

    @BeforeAll
    static void start() {
        demo = Application.start(Map.of("tertulia.port", 0, "tertulia.host", "0.0.0.0", "tertulia.demo.access", "open",
                CountingBot.KEY, true,
                "tertulia.handler-attempts", 2, "tertulia.first-retry", "0s"));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private static HttpResponse<String> ask(String host, String method, String path, String body) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://" + host + ":" + demo.url().getPort() + path))
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String method, String path, String body) throws Exception {
        return JSON.readTree(ask("127.0.0.1", method, path, body).body());
    }

    /** A new group with the member Ana. */
    private record Stage(String group, String ana) {

        static Stage set(String subject) throws Exception {
            String group = json("POST", "/emulator/groups", "{\"subject\":\"" + subject + "\"}").path("id").asText();
            return new Stage(group, join(group, "Ana"));
        }

        private static String join(String group, String name) throws Exception {
            return json("POST", "/emulator/groups/" + group + "/members", "{\"name\":\"" + name + "\"}").path("id")
                    .asText();
        }

        String says(String words) throws Exception {
            return json("POST", "/emulator/groups/" + group + "/messages",
                    "{\"from\":\"" + ana + "\",\"text\":\"" + words + "\"}").path("id").asText();
        }

        /** The turns of the group's events of a kind, as shown over HTTP. */
        private Optional<JsonNode> turn(String kind, String message) {
            try {
                return StreamSupport.stream(json("GET", "/demo/turns?after=0", "").path("turns").spliterator(), false)
                        .filter(turn -> turn.at("/event/group").asText().equals(group))
                        .filter(turn -> turn.at("/event/kind").asText().equals(kind))
                        .filter(turn -> message.isEmpty() || turn.at("/event/message").asText().equals(message))
                        .reduce((first, second) -> second);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        JsonNode turnWith(String kind, String message, String pointer, String value) {
            await().until(
                    () -> turn(kind, message).filter(turn -> turn.at(pointer).asText().equals(value)).isPresent());
            return turn(kind, message).orElseThrow();
        }
    }

    @Test
    void answerStateAndTimerAreTold() throws Exception {
        Stage stage = Stage.set("Answers");
        stage.turnWith("GroupMessage", stage.says("/count"), "/answers/0/marks/0/step", "SENT");

        JsonNode turn = stage.turnWith("GroupMessage", stage.says("/count"), "/answers/0/marks/0/step", "SENT");

        assertThat(turn.at("/event/what").asText()).isEqualTo("Ana: /count");
        assertThat(turn.at("/outcome").asText()).isEqualTo("HANDLED");
        assertThat(turn.at("/attempts/0/handlers").asText()).startsWith("CountingBot.count(");
        assertThat(turn.at("/answers/0/what").asText()).isEqualTo("It is 2");
        assertThat(turn.at("/answers/0/whenShut").asText()).startsWith("outside the window held for at most");
        assertThat(turn.at("/answers/0/marks/0/detail").asText()).isEqualTo("FreeForm");
        assertThat(turn.at("/changes/state")).hasSize(1);
        JsonNode changed = turn.at("/changes/state/0");
        assertThat(changed.path("before").asText() + " " + changed.path("after").asText())
                .isEqualTo("{\"value\":1} {\"value\":2}");
        assertThat(turn.at("/changes/timers/0").asText()).startsWith("started later for ")
                .endsWith("with 'the payload'");
    }

    @Test
    void whatTheFrameworkRemembersIsNotShown() throws Exception {
        Stage stage = Stage.set("Own state");

        JsonNode turn = stage.turnWith("Joined", "", "/answers/0/marks/0/step", "SENT");

        assertThat(turn.at("/changes/state").isArray()).isTrue();
        assertThat(turn.at("/changes/state")).isEmpty();
    }

    @Test
    void failureIsToldWithItsTraceAndItsEnd() throws Exception {
        Stage stage = Stage.set("Failures");

        JsonNode turn = stage.turnWith("GroupMessage", stage.says("/divide 0"), "/outcome", "DEAD");

        assertThat(turn.at("/attempts/0/step").asText()).isEqualTo("RETRIED");
        assertThat(turn.at("/attempts/0/failure").asText())
                .contains("java.lang.ArithmeticException: nobody divides by 0", "CountingBot.java");
        assertThat(turn.at("/attempts/1/step").asText()).isEqualTo("DEAD");
        assertThat(turn.at("/changes/deadLetter").asText()).contains("failed 2 times");
    }

    @Test
    void windowDecidesWhatLeaves() throws Exception {
        Stage stage = Stage.set("Windows");

        JsonNode joined = stage.turnWith("Joined", "", "/answers/0/marks/0/step", "SENT");
        json("DELETE", "/emulator/groups/" + stage.group() + "/members/" + stage.ana(), "");
        JsonNode left = stage.turnWith("Left", "", "/answers/0/marks/0/step", "HELD");

        assertThat(joined.at("/answers/0/marks/0/detail").asText()).isEqualTo("TemplateMessage");
        assertThat(joined.at("/answers/0/whenShut").asText()).isEqualTo("outside the window as template welcome (you)");
        assertThat(left.at("/answers/0/marks/0/detail").asText()).isEqualTo("the window is shut");
    }

    @Test
    void pollEndsWithTheNextChange() throws Exception {
        Stage stage = Stage.set("Polls");
        JsonNode before = json("GET", "/demo/turns?after=0", "");
        stage.says("/count");

        JsonNode news = json("GET", "/demo/turns?wait=25&after=" + before.path("seq").asLong(), "");

        assertThat(news.path("seq").asLong()).isGreaterThan(before.path("seq").asLong());
        assertThat(news.path("run")).isEqualTo(before.path("run"));
        assertThat(news.path("turns")).isNotEmpty();
    }

    @Test
    void handlersAreToldWithTheirCommands() throws Exception {
        assertThat(json("GET", "/demo/handlers", "").path("handlers").findValuesAsText("command"))
                .contains("/count", "/divide {by}", "/number {n}", "");
    }

    @Test
    void nobodyElsewhereIsTold() throws Exception {
        Optional<String> elsewhere = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .map(InetAddress::getHostAddress).findFirst();
        assumeTrue(elsewhere.isPresent(), "this machine has no other address");

        for (String path : new String[]{"/demo/turns", "/demo/handlers"}) {
            HttpResponse<String> response = ask(elsewhere.get(), "GET", path, "");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).isEqualTo(
                    "{\"error\":\"Turns are shown only on the machine on which the demo runs.\"}");
        }
    }

    @Test
    void liveProcessTellsNothing() throws IOException {
        try (LiveServer live = new LiveServer(Map.of())) {
            assertThat(live.meta().get("/demo/turns").statusCode()).isEqualTo(404);
            assertThat(live.meta().get("/demo/handlers").statusCode()).isEqualTo(404);
        }
    }
}
