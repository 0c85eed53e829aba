package dev.tertulia.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;

/** Health details and metrics are shown only to operators. */
class OperatorPagesTest {

    private static LiveServer server;

    @BeforeAll
    static void start() {
        server = new LiveServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Sends a request as a proxy on this machine does for another client. */
    private static String asOutsider(LiveServer asked, String path) {
        try (RawConnection connection = new RawConnection(asked.url())) {
            return connection
                    .write("GET " + path + " HTTP/1.1\r\nHost: bots.example.org\r\nX-Forwarded-For: 192.0.2.7\r\n"
                            + "Connection: close\r\n\r\n")
                    .rest();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
    void outsidersLearnWhetherItIsWellAndNoMore(String path) {
        String answer = asOutsider(server, path);

        assertThat(answer).startsWith("HTTP/1.1 200 Ok").endsWith("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prometheus", "/prometheus/", "/prometheus?x=y"})
    void outsidersSeeNoMetrics(String path) {
        assertThat(asOutsider(server, path)).startsWith("HTTP/1.1 404").doesNotContain("jvm_memory");
    }

    @Test
    void aForeignNameOfThisMachineIsAnOutsider() {
        try (RawConnection connection = new RawConnection(server.url())) {
            String answer = connection
                    .write("GET /prometheus HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").rest();

            assertThat(answer).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void thisMachineSeesAll() {
        assertThat(server.meta().get("/health").body()).contains("\"store\"", "\"diskSpace\"");
        assertThat(server.meta().get("/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void everybodyDoesIfASettingSaysSo() {
        try (LiveServer open = new LiveServer(Map.of("tertulia.management.visible", "anybody"))) {
            assertThat(asOutsider(open, "/prometheus")).contains("jvm_memory_used_bytes");
            assertThat(asOutsider(open, "/health")).contains("\"store\"");
        }
    }

    @Test
    void aPortOfItsOwnShowsAllAndTheOtherNothing() {
        int port = Ports.free();
        try (LiveServer server = new LiveServer(Map.of("tertulia.management.port", port));
                Meta management = new Meta(server.url().resolve("http://127.0.0.1:" + port))) {
            assertThat(management.get("/prometheus").body()).contains("jvm_memory_used_bytes");
            assertThat(management.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(management.deliver("{\"entry\":[]}")).isEqualTo(404);
            assertThat(server.meta().get("/prometheus").statusCode()).isEqualTo(404);
            assertThat(server.meta().get("/health").statusCode()).isEqualTo(404);
        }
    }

    private static int setLevel(Meta client, String level) {
        return client.send(client.request("/loggers/dev.tertulia.nothing").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"configuredLevel\": \"" + level + "\"}"))).statusCode();
    }

    @Test
    void thisMachineChangesTheLevelOfALoggerWithoutARestart() {
        Logger logger = LoggerFactory.getLogger("dev.tertulia.nothing");

        assertThat(setLevel(server.meta(), "TRACE")).isEqualTo(200);
        assertThat(logger.isTraceEnabled()).isTrue();
        assertThat(setLevel(server.meta(), "WARN")).isEqualTo(200);
        assertThat(logger.isInfoEnabled()).isFalse();
    }

    @Test
    void outsidersDoNotChangeItEvenWhereEverybodySeesAll() {
        try (LiveServer open = new LiveServer(Map.of("tertulia.management.visible", "anybody"));
                RawConnection connection = new RawConnection(open.url())) {
            String body = "{\"configuredLevel\": \"TRACE\"}";

            assertThat(connection.write("POST /loggers/dev.tertulia.other HTTP/1.1\r\nHost: bots.example.org\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body).rest()).startsWith("HTTP/1.1 404");
            assertThat(asOutsider(open, "/loggers")).startsWith("HTTP/1.1 200");
            assertThat(LoggerFactory.getLogger("dev.tertulia.other").isTraceEnabled()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook", "/health", "/prometheus", "/nothing"})
    void everyAnswerIsNothingButWhatItSays(String path) {
        HttpResponse<String> answer = server.meta().get(path);

        assertThat(answer.headers().map()).containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsKey("Content-Security-Policy");
    }

    @Test
    void evenARefusal() {
        try (RawConnection connection = new RawConnection(server.url())) {
            assertThat(
                    connection.write("POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n").rest())
                    .containsIgnoringCase("X-Content-Type-Options: nosniff");
        }
    }
}
