package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Strikes, cases and counters are exact while three replicas of the packaged application are killed with -9. */
class ModerationChaosIT {

    private static final int REPLICAS = 3;
    private static final int MEMBERS = 30;
    private static final int EACH = Integer.getInteger("moderation.each", 10);
    private static final int FLOOD = 5;
    private static final int KILLS = Integer.getInteger("moderation.kills", 4);
    private static final int PER_SECOND = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration NEXT_TRY = Duration.ofMillis(50);
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final long seed = Long.getLong("moderation.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final TestRedis redis = TestRedis.start("--appendonly", "no");
    private final FakeGraph graph = new FakeGraph(0);
    private final AtomicReferenceArray<App> replicas = new AtomicReferenceArray<>(REPLICAS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Instant at = Instant.now();
    private int killed;

    @TempDir
    private Path folder;

    private Path rules() throws IOException {
        return Files.writeString(folder.resolve("moderation.yml"), """
                policies:
                  - name: community
                    groups: { all: true }
                    rules:
                      - name: words
                        mode: enforce
                        when: { words: [casino] }
                        then: [ { strike: 1 } ]
                      - name: flood
                        mode: enforce
                        when: { flood: { messages: %d, within: 1d } }
                        then: [ { note: true } ]
                      - name: more-than-all
                        mode: enforce
                        when: { flood: { messages: %d, within: 1d, per: fleet } }
                        then: [ { note: true } ]
                """.formatted(FLOOD, MEMBERS * EACH + 1));
    }

    private void start(int index, Path rules) {
        replicas.set(index, PackagedApp.start(SMALL, List.of(), Map.of("WHATSAPP_ACCESS_TOKEN", "token",
                "WHATSAPP_APP_SECRET", Meta.APP_SECRET, "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID",
                Delivery.NUMBER, "WHATSAPP_GRAPH_URL", graph.url().toString(), "REDIS_URI", redis.uri(),
                "TERTULIA_MODERATION", rules.toString())));
    }

    /** Kills a replica, and starts another one while the others go on. */
    private void killAny(Path rules) {
        int first = random.nextInt(REPLICAS);
        for (int i = 0; i < REPLICAS; i++) {
            int index = (first + i) % REPLICAS;
            App victim = replicas.getAndSet(index, null);
            if (victim != null) {
                victim.kill();
                killed++;
                threads.execute(() -> start(index, rules));
                return;
            }
        }
    }

    private static String phone(int member) {
        return "1650556" + (1000 + member);
    }

    /** A member writes in a group of their own. The message is repeated until a replica acknowledges it, as Meta does. */
    private void says(int member, int number) {
        String message = Delivery.message("chaos-" + member, "wamid.%d.%d".formatted(member, number),
                "casino " + number, at).replace("16505551234", phone(member));
        String delivery = Delivery.ofMessages(List.of(message));
        while (!isAcknowledged(delivery)) {
            LockSupport.parkNanos(NEXT_TRY.toNanos());
        }
    }

    private boolean isAcknowledged(String delivery) {
        App replica = replicas.get(ThreadLocalRandom.current().nextInt(REPLICAS));
        if (replica == null) {
            return false;
        }
        try (Meta meta = new Meta(replica.url())) {
            return meta.deliver(delivery) == 200;
        } catch (RuntimeException dead) {
            return false;
        }
    }

    private void write(int member) {
        for (int number = 1; number <= EACH; number++) {
            says(member, number);
            LockSupport.parkNanos(Duration.ofSeconds(1).multipliedBy(MEMBERS).dividedBy(PER_SECOND).toNanos());
        }
    }

    @Test
    void noStrikeCountsTwiceAndNoneIsLost() throws IOException {
        System.out.printf("chaos of moderation with seed %d%n", seed);
        Path rules = rules();
        Log log = redis.stores(Delivery.NUMBER).fleet().logs().log(Trail.NAME, Duration.ofDays(400));
        try {
            IntStream.range(0, REPLICAS).parallel().forEach(index -> start(index, rules));
            IntStream.range(0, MEMBERS).forEach(member -> threads.execute(() -> write(member)));
            for (int i = 0; i < KILLS; i++) {
                LockSupport.parkNanos(Duration.ofMillis(3_000 + random.nextInt(4_000)).toNanos());
                killAny(rules);
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                    .until(() -> entries(log) >= MEMBERS * EACH);
            says(0, EACH + 1);
            await().atMost(PATIENCE).until(() -> entries(log) > MEMBERS * EACH);
            System.out.printf("chaos of moderation: %d messages, %d replicas killed, %d s%n", MEMBERS * EACH + 1,
                    killed, Duration.between(at, Instant.now()).toSeconds());
            assertThat(killed).isPositive();
            judge(new Trail(log));
        } finally {
            end();
        }
    }

    private static long entries(Log log) {
        return log.last().map(LogEntry::number).orElse(0L);
    }

    private static void judge(Trail trail) {
        List<Case> cases = trail.all().toList();
        assertThat(cases).hasSize(MEMBERS * EACH + 1).allSatisfy(one -> assertThat(one.strikes())
                .isEqualTo(Map.of("community", 1)));
        for (int member = 0; member < MEMBERS; member++) {
            String group = "chaos-" + member;
            List<Case> own = cases.stream().filter(one -> one.group().equals(group)).toList();
            int wrote = member == 0 ? EACH + 1 : EACH;
            assertThat(own).extracting(Case::text).as("the messages of " + group + ", each once and in order")
                    .isEqualTo(IntStream.rangeClosed(1, wrote).mapToObj(number -> "casino " + number).toList());
            assertThat(own.stream().flatMap(one -> one.findings().stream())
                    .filter(finding -> finding.rule().equals("community/flood")).map(Finding::evidence))
                    .isEqualTo(IntStream.rangeClosed(FLOOD, wrote).mapToObj(count -> count + " messages in 1d")
                            .toList());
        }
        assertThat(cases.stream().filter(one -> one.rules().contains("community/more-than-all")))
                .as("the first message that is one more than all").containsExactly(cases.getLast());
        assertThat(trail.verify()).isEmpty();
    }

    private void end() {
        threads.shutdownNow();
        threads.close();
        for (int i = 0; i < REPLICAS; i++) {
            App replica = replicas.get(i);
            if (replica != null) {
                replica.kill();
            }
        }
        graph.close();
        redis.close();
    }
}
