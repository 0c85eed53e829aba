package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Load program: one process sends at the highest rate of a number, 1,000 messages per second, with a status for each.
 */
class ThrottleLoad {

    private static final int LIMIT = 1_000;
    private static final int GROUPS = 1_000;
    private static final int SECONDS = Integer.getInteger("throttle.seconds", 30);
    private static final Duration RAMP = Duration.ofSeconds(5);
    private static final int EACH = (int) (SECONDS + 5 * RAMP.toSeconds()) * LIMIT / GROUPS;
    private static final double LEAST_USED = 0.98;

    /** The processor time of each process, in seconds. */
    private record Busy(double app, double whatsApp, double redis) {

        static Busy now(Replicas replicas, RedisBooks books) {
            return new Busy(seconds(replicas.pid()), seconds(ProcessHandle.current().pid()), books.cpuSeconds());
        }

        private static double seconds(long pid) {
            return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO)
                    .toMillis() / 1e3;
        }

        Busy since(Busy before) {
            return new Busy(app - before.app, whatsApp - before.whatsApp, redis - before.redis);
        }

        @Override
        public String toString() {
            return "cores in use: %.2f by the process, %.2f by WhatsApp, %.2f by Redis".formatted(app / SECONDS,
                    whatsApp / SECONDS, redis / SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "redis"})
    void aThousandPerSecondAreSustained(String store) {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                RedisBooks books = new RedisBooks(redis);
                Replicas replicas = Replicas.start(1, whatsApp, settings(store, redis), new Random(1));
                Members members = new Members(replicas)) {
            whatsApp.fake().limitMessages(LIMIT);
            members.say(whatsApp.groups(), "all", "/count 0 " + EACH);
            Instant from = Instant.now().plus(RAMP);
            Instant to = from.plusSeconds(SECONDS);
            Pace.pause(Duration.between(Instant.now(), from));
            Busy before = Busy.now(replicas, books);
            Pace.pause(Duration.between(Instant.now(), to));
            Busy busy = Busy.now(replicas, books).since(before);
            double perSecond = whatsApp.books().count(from, to, Sent::taken) / (double) SECONDS;
            long refused = whatsApp.books().count(from, to, Sent::tooMany);
            System.out.printf("throttle: with %s %.1f per second of %d for %d s, %d refused; %d of %d taken; %s%n",
                    store,
                    perSecond, LIMIT, SECONDS, refused, whatsApp.books().taken(), EACH * GROUPS, busy);
            assertThat(whatsApp.books().taken()).as("a backlog to the end").isLessThan(EACH * GROUPS);
            assertThat(refused).as("refused with 130429").isZero();
            assertThat(perSecond).as("taken per second").isGreaterThanOrEqualTo(LEAST_USED * LIMIT);
            whatsApp.assertOrder();
        }
    }

    private static Map<String, String> settings(String store, TestRedis redis) {
        return store.equals("memory")
                ? Map.of("WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT, "TERTULIA_STORE", "memory")
                : Map.of("WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT, "REDIS_URI", redis.uri());
    }
}
