package dev.tertulia.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.Bubble;
import dev.tertulia.emulator.Call;
import dev.tertulia.emulator.Cloud;
import dev.tertulia.emulator.CloudSettings;
import dev.tertulia.emulator.Deliveries;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.server.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A load program: more work than the number's rate allows, over several replicas, against an emulator that keeps the
 * rate exactly. Nothing may be refused after the first second, and nearly all of the rate has to be used. It wants a
 * machine of its own, so it runs only when asked for: {@code mvn verify -Dit.test=RateLoad -Drate.seconds=60}.
 */
class RateLoad {

    private static final int LIMIT = 80;
    private static final int SECONDS = Integer.getInteger("rate.seconds", 8);
    private static final int MESSAGES = LIMIT * (SECONDS + 4);
    private static final int GROUPS = 40;
    private static final double LEAST_USED = 0.98;
    private static final int TOO_MANY = 400;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theRateIsKeptAndUsed(int count) {
        Cloud cloud = new Cloud(CloudSettings.demo(), MovableClock.ticking());
        try (Emulator emulator = Emulator.start(0, cloud);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                Replicas replicas = new Replicas(count, environment(emulator, redis), new Random(count))) {
            cloud.webhooksTo((signature, body) -> {
                replicas.deliver(new String(body, StandardCharsets.UTF_8));
                return 200;
            });
            cloud.limitMessages(LIMIT);
            cloud.deliveries(new Deliveries(100, 0, false, Duration.ZERO));
            List<String> groups = IntStream.range(0, GROUPS).mapToObj(n -> talkative(cloud, n)).toList();
            for (int n = 0; n < MESSAGES; n++) {
                cloud.say(groups.get(n % GROUPS), member(cloud, groups.get(n % GROUPS)), "/echo " + n);
            }
            await().atMost(Duration.ofSeconds(SECONDS * 3L + 30)).pollInterval(Duration.ofMillis(500))
                    .until(() -> groups.stream().mapToInt(group -> answers(cloud, group).size()).sum() == MESSAGES);
            judge(cloud, count);
        }
    }

    private static Map<String, String> environment(Emulator emulator, TestRedis redis) {
        CloudSettings account = CloudSettings.demo();
        return new HashMap<>(Map.of("WHATSAPP_ACCESS_TOKEN", account.accessToken(), "WHATSAPP_APP_SECRET",
                account.appSecret(), "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID",
                account.phoneNumberId(), "WHATSAPP_GRAPH_URL", emulator.url().toString(), "REDIS_URI", redis.uri(),
                "WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT));
    }

    private static String talkative(Cloud cloud, int n) {
        String group = cloud.createGroup("group " + n).id();
        cloud.join(group, "Ana", null);
        return group;
    }

    private static String member(Cloud cloud, String group) {
        return cloud.groups().stream().filter(view -> view.id().equals(group)).findFirst().orElseThrow().members()
                .getFirst().id();
    }

    private static List<String> answers(Cloud cloud, String group) {
        return cloud.transcript(group).stream().filter(bubble -> bubble.from().equals(Bubble.BUSINESS))
                .filter(bubble -> bubble.kind().equals("text") && !bubble.text().startsWith("Welcome"))
                .map(Bubble::text).toList();
    }

    private void judge(Cloud cloud, int count) {
        List<Call> sends = cloud.calls().stream().filter(call -> call.path().endsWith("/messages")).toList();
        Instant first = sends.getFirst().at();
        Instant from = first.plusSeconds(1);
        Instant to = from.plusSeconds(SECONDS);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        sends.stream().filter(call -> !call.at().isBefore(from) && call.at().isBefore(to))
                .forEach(call -> (call.status() == TOO_MANY ? refused : taken).incrementAndGet());
        double used = taken.get() / (double) (LIMIT * SECONDS);
        System.out.printf("rate over %d replicas: %d sent in %d s of %d per second, %.1f %% used; %d refused%n", count,
                taken.get(), SECONDS, LIMIT, 100 * used, refused.get());
        assertThat(refused.get()).as("refused with 130429 after the first second").isZero();
        assertThat(used).as("share of the rate that was used").isGreaterThanOrEqualTo(LEAST_USED);
    }
}
