package dev.tertulia.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.Meta;
import dev.tertulia.server.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Three replicas on one Redis while replicas are killed, Redis is restarted and the Graph API has a bad day: every
 * message is answered, once, in the order of its group. A longer run: {@code mvn verify -Dit.test=ChaosIT
 * -Dchaos.messages=50000 -Dchaos.groups=500 -Dchaos.seconds=300}.
 */
class ChaosIT {

    private static final int MESSAGES = Integer.getInteger("chaos.messages", 1_500);
    private static final int GROUPS = Integer.getInteger("chaos.groups", 50);
    private static final int SECONDS = Integer.getInteger("chaos.seconds", 20);
    private static final int EACH = MESSAGES / GROUPS;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("chaos.seed", new Random().nextLong());

    @Test
    void everyMessageIsAnsweredOnceAndInOrder() {
        List<String> groups = Stream.iterate(0, i -> i + 1).limit(GROUPS).map(i -> "group-" + i).toList();
        try (TestRedis redis = TestRedis.start("--appendonly", "yes");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Replicas[] replicas = new Replicas[1];
            ChaosGraph graph = new ChaosGraph(new Random(seed),
                    status -> threads.execute(() -> replicas[0].deliver(status)));
            replicas[0] = new Replicas(3, environment(graph, redis), new Random(seed));
            try {
                Instant started = Instant.now();
                groups.forEach(group -> threads.execute(() -> talk(replicas[0], group)));
                hurt(replicas[0], redis, started);
                await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                        () -> assertThat(groups).allSatisfy(
                                group -> assertThat(graph.heard(group)).containsAll(expected())));
                report(graph, replicas[0], started, groups);
                assertThat(groups).allSatisfy(group -> assertThat(graph.heard(group)).isEqualTo(expected()));
            } finally {
                replicas[0].close();
                graph.close();
            }
        }
    }

    private static Map<String, String> environment(ChaosGraph graph, TestRedis redis) {
        Map<String, String> environment = new HashMap<>(Map.of("WHATSAPP_ACCESS_TOKEN", "token",
                "WHATSAPP_APP_SECRET", Meta.APP_SECRET, "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID",
                Delivery.NUMBER, "WHATSAPP_GRAPH_URL", graph.url(), "REDIS_URI", redis.uri(),
                "WHATSAPP_MESSAGES_PER_SECOND", "1000"));
        environment.putAll(Map.of("TERTULIA_GRAPH_TIMEOUT", "3s", "TERTULIA_UNKNOWN_WAIT", "20s"));
        return environment;
    }

    private static List<String> expected() {
        return IntStream.range(0, EACH).mapToObj(n -> "answer " + n).toList();
    }

    /** A group's members write at a steady pace. */
    private static void talk(Replicas replicas, String group) {
        for (int n = 0; n < EACH; n++) {
            replicas.deliver(Delivery.ofMessages(List.of(
                    Delivery.message(group, "wamid." + group + "." + n, "/echo answer " + n, Instant.now()))));
            Pace.pause(SECONDS * 1_000L / EACH);
        }
    }

    private void hurt(Replicas replicas, TestRedis redis, Instant started) {
        Random random = new Random(seed);
        while (Duration.between(started, Instant.now()).toSeconds() < SECONDS) {
            Pace.pause(2_000 + random.nextInt(3_000));
            if (random.nextInt(4) == 0) {
                redis.stop();
                Pace.pause(500);
                redis.restart();
            } else {
                replicas.killAny();
            }
        }
    }

    private void report(ChaosGraph graph, Replicas replicas, Instant started, List<String> groups) {
        long heard = groups.stream().mapToLong(group -> graph.heard(group).size()).sum();
        System.out.printf("chaos with seed %d: %d messages of %d groups, %d answers, %d twice, %d s; killed %d;"
                + " the Graph: %s%n", seed, EACH * GROUPS, GROUPS, heard, heard - (long) EACH * GROUPS,
                Duration.between(started, Instant.now()).toSeconds(), replicas.killed(), graph.counts());
    }
}
