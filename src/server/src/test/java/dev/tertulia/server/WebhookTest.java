package dev.tertulia.server;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.Bubble;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MemberView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the door answers over real HTTP. */
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
    void answersAMemberOfAGroup() {
        GroupView group = server.cloud().createGroup("friends");
        MemberView ana = server.cloud().join(group.id(), "Ana", null);
        server.cloud().say(group.id(), ana.id(), "/number 7");
        await().untilAsserted(() -> assertThat(server.cloud().transcript(group.id()))
                .filteredOn(bubble -> bubble.from().equals(Bubble.BUSINESS)).extracting(Bubble::text)
                .contains("answer 7"));
    }

    @Test
    void shakesHands() {
        var right = server.get("/webhook?hub.mode=subscribe&hub.verify_token=demo-verify&hub.challenge=1158201444");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(right.headers().firstValue("content-type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void refusesAHandshakeWithAnotherToken() {
        var wrong = server.get("/webhook?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1158201444");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).doesNotContain("1158201444");
        assertThat(server.get("/webhook").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsNotSigned() {
        var body = BodyPublishers.ofString("{\"entry\":[]}");
        assertThat(server.deliver("sha256=00", body).statusCode()).isEqualTo(401);
        assertThat(server.deliver(LiveServer.sign("{}".getBytes()), body).statusCode()).isEqualTo(401);
        assertThat(post(HttpRequest.newBuilder().POST(body))).isEqualTo(401);
        assertThat(post(HttpRequest.newBuilder().POST(BodyPublishers.noBody()))).isEqualTo(401);
    }

    private static int post(HttpRequest.Builder request) {
        return server.send(request.uri(server.url().resolve("/webhook"))).statusCode();
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] large = new byte[200_000];
        String signature = LiveServer.sign(large);
        assertThat(server.deliver(signature, BodyPublishers.ofByteArray(large)).statusCode()).isEqualTo(413);
        assertThat(server.deliver(signature,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).statusCode()).isEqualTo(413);
    }

    @Test
    void keepsWhatCannotBeRead() {
        assertThat(server.deliver("{\"entry\": [").statusCode()).isEqualTo(200);
        assertThat(server.deliver("").statusCode()).isEqualTo(200);
        assertThat(server.deliver("[1, 2]").statusCode()).isEqualTo(200);
    }

    @Test
    void isHealthyAndMeasured() {
        assertThat(server.get("/health").body()).contains("\"UP\"");
        assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(server.get("/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void showsNothingElse() {
        for (String path : new String[]{"/playground", "/emulator/state", "/env", "/beans", "/routes", "/loggers",
                "/threaddump", "/"}) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
