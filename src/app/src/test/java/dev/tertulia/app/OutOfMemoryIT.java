package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is out of memory exits, so that its supervisor restarts it. */
class OutOfMemoryIT {

    /** The exit status of a JVM that exits on an OutOfMemoryError. */
    private static final int NO_MEMORY = 3;
    private static final List<String> ARGUMENTS = List.of("-XX:+ExitOnOutOfMemoryError",
            "-XX:MaxDirectMemorySize=128m");
    private static final Path BOTS_OF_TESTS = Path.of("target", "test-classes").toAbsolutePath();

    @Test
    void endsWhenAHandlerHasTakenAllMemory() {
        try (FakeGraph graph = new FakeGraph(0);
                App app = PackagedApp.start(List.of("-Xmx160m", ARGUMENTS.getFirst(), ARGUMENTS.getLast()),
                        List.of(BOTS_OF_TESTS), live(graph.port(), TestRedis.shared()));
                Meta meta = new Meta(app.url())) {
            meta.deliver(Delivery.ofMessages(List.of(
                    Delivery.message("greedy-group", "wamid.greedy", "/greedy", Instant.now()))));

            assertThat(app.ended()).isEqualTo(NO_MEMORY);
        }
    }

    private static Map<String, String> live(int graphPort, TestRedis redis) {
        return Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET", Meta.APP_SECRET,
                "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER, "WHATSAPP_GRAPH_URL",
                "http://127.0.0.1:" + graphPort, "REDIS_URI", redis.uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "Dockerfile", "src/parent/pom.xml", "docs/traces.md"})
    void isStartedSoWhereverAWayToStartItIsTold(String file) throws IOException {
        assertThat(Path.of("..", "..", file)).content().contains(ARGUMENTS);
        assertThat(Files.readString(Path.of("..", "..", file))).doesNotContain("-XX:-ExitOnOutOfMemoryError");
    }
}
