package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.server.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** One process that sends as fast as the fastest numbers may: 1,000 messages per second, with a status for each. */
class ThrottleLoad {

    private static final int LIMIT = 1_000;
    private static final int GROUPS = 1_000;
    private static final int SECONDS = Integer.getInteger("throttle.seconds", 30);
    private static final Duration RAMP = Duration.ofSeconds(5);
    private static final int EACH = (int) (SECONDS + 5 * RAMP.toSeconds()) * LIMIT / GROUPS;
    private static final double LEAST_USED = 0.98;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "redis"})
    void aThousandPerSecondAreSustained(String store) {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                Replicas replicas = Replicas.start(1, whatsApp, settings(store, redis), new Random(1));
                Members members = new Members(replicas)) {
            whatsApp.cloud().limitMessages(LIMIT);
            members.say(whatsApp.groups(), "all", "/count 0 " + EACH);
            Instant from = Instant.now().plus(RAMP);
            Instant to = from.plusSeconds(SECONDS);
            Pace.pause(Duration.between(Instant.now(), from));
            Duration busy = cpu(replicas.pid());
            Duration busyHere = cpu(ProcessHandle.current().pid());
            Pace.pause(Duration.between(Instant.now(), to));
            busy = cpu(replicas.pid()).minus(busy);
            busyHere = cpu(ProcessHandle.current().pid()).minus(busyHere);
            double perSecond = whatsApp.books().count(from, to, Sent::taken) / (double) SECONDS;
            long refused = whatsApp.books().count(from, to, Sent::tooMany);
            System.out.printf("throttle: with %s %.1f per second of %d for %d s, %d refused; %d of %d taken; busy: the"
                    + " process %.2f cores, WhatsApp %.2f cores%n", store, perSecond, LIMIT, SECONDS, refused,
                    whatsApp.books().taken(), EACH * GROUPS, cores(busy), cores(busyHere));
            assertThat(whatsApp.books().taken()).as("a backlog to the end").isLessThan(EACH * GROUPS);
            assertThat(refused).as("refused with 130429").isZero();
            assertThat(perSecond).as("taken per second").isGreaterThanOrEqualTo(LEAST_USED * LIMIT);
            whatsApp.assertOrder();
        }
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private static double cores(Duration busy) {
        return busy.toMillis() / 1e3 / SECONDS;
    }

    private static Map<String, String> settings(String store, TestRedis redis) {
        return store.equals("memory")
                ? Map.of("WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT, "TERTULIA_STORE", "memory")
                : Map.of("WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT, "REDIS_URI", redis.uri());
    }
}
