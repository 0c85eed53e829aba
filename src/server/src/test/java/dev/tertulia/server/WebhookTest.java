package dev.tertulia.server;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;

/** The webhook endpoint answers handshakes and deliveries as specified. */
class WebhookTest {

    private static LiveServer server;

    @BeforeAll
    static void start() {
        server = new LiveServer(Map.of("tertulia.largest-delivery", "100KB"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shakesHands() {
        var right = server.meta()
                .get("/webhook?hub.mode=subscribe&hub.verify_token=demo-verify&hub.challenge=1158201444");

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(right.headers().firstValue("content-type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1",
            "?hub.mode=unsubscribe&hub.verify_token=demo-verify&hub.challenge=1",
            "?hub.mode=subscribe&hub.challenge=1"})
    void refusesAnyOtherHandshake(String query) {
        var wrong = server.meta().get("/webhook" + query);

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).isEmpty();
    }

    @Test
    void refusesWhatIsNotSigned() {
        var body = BodyPublishers.ofString("{\"entry\":[]}");
        var request = server.meta().request("/webhook");

        assertThat(server.meta().deliver("sha256=00", body)).isEqualTo(401);
        assertThat(server.meta().deliver(Meta.signature(new byte[1]), body)).isEqualTo(401);
        assertThat(server.meta().send(request.POST(body)).statusCode()).isEqualTo(401);
        assertThat(server.meta().send(request.POST(BodyPublishers.noBody())).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsTooLargeAndGoesOn() {
        byte[] large = new byte[200_000];
        String signature = Meta.signature(large);
        var inPieces = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertThat(server.meta().deliver(signature, BodyPublishers.ofByteArray(large))).isEqualTo(413);
        assertThat(server.meta().deliver(signature, inPieces)).isEqualTo(413);
        assertThat(server.meta().deliver("{\"entry\":[]}")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"entry\": [", "[1, 2]", "null", "\"\""})
    void keepsWhatCannotBeRead(String body) {
        assertThat(server.meta().deliver(body)).isEqualTo(200);
    }

    @Test
    void healthNamesNothingThatTellsNobodyAnything() {
        assertThat(server.meta().get("/health").body()).contains("\"store\"").doesNotContain("()");
    }

    @Test
    void isHealthyAndMeasured() {
        assertThat(server.meta().get("/health").body()).contains("\"UP\"");
        assertThat(server.meta().get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(server.meta().get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(server.meta().get("/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/playground", "/emulator/state", "/env", "/beans", "/routes",
            "/threaddump", "/stop"})
    void showsNothingElse(String path) {
        assertThat(server.meta().get(path).statusCode()).isEqualTo(404);
    }
}
