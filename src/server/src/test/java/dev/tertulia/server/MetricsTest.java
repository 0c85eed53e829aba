package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The metrics on /prometheus match docs/metrics.md. */
class MetricsTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "metrics.md");
    private static TestRedis redis;
    private static LiveServer server;

    @BeforeAll
    static void start() {
        redis = TestRedis.start("--appendonly", "no");
        server = new LiveServer(Map.of("redis.uri", redis.uri()));
        String delivery = Delivery
                .ofMessages(List.of(Delivery.message("group", "wamid.1", "/number 1", Instant.now())));
        server.meta().deliver(delivery);
        server.meta().deliver(delivery);
        server.meta().deliver(Delivery.failed("group", "wamid.2", 131047));
        await().untilAsserted(() -> assertThat(server.graph().texts("group")).containsExactly("answer 1"));
    }

    @AfterAll
    static void stop() {
        server.close();
        redis.close();
    }

    private static String shown() {
        return server.meta().get("/prometheus").body();
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thePageListsWhatIsShownAndNothingElse() throws IOException {
        Set<String> shown = shown().lines().filter(line -> line.startsWith("# TYPE tertulia_"))
                .map(line -> line.split(" ")[2].replaceFirst("_max$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(found(Files.readString(PAGE), "(?<=^\\| `)tertulia_\\w+"));
    }

    @Test
    void aMessageAndALateFailureAreCountedOnTheirWay() {
        String number = "{number=\"" + Delivery.NUMBER + "\"}";
        await().untilAsserted(() -> assertThat(shown()).contains(
                "tertulia_events_accepted_total" + number + " 2.0",
                "tertulia_events_duplicates_total" + number + " 1.0",
                "tertulia_turns_seconds_count" + number + " 2", "tertulia_graph_away 0.0",
                "tertulia_graph_calls_seconds_count{kind=\"free-form\",number=\"" + Delivery.NUMBER
                        + "\",outcome=\"accepted\"} 1",
                "tertulia_graph_refusals_total{by=\"answer\",code=\"130429\",number=\"" + Delivery.NUMBER + "\"} 0.0",
                "tertulia_graph_refusals_total{by=\"status\",code=\"131047\",number=\"" + Delivery.NUMBER + "\"} 1.0",
                "tertulia_graph_refusals_total{by=\"status\",code=\"130429\",number=\"" + Delivery.NUMBER + "\"} 0.0",
                "tertulia_lane_ceiling{lane=\"messages\",number=\"" + Delivery.NUMBER + "\"} 80.0",
                "tertulia_steps_total{number=\"" + Delivery.NUMBER + "\",step=\"sent\"} 1.0"));
    }
}
