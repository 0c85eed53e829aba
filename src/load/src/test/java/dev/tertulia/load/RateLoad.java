package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** Load program: offers more work than the number's rate allows, against an emulator that enforces the rate exactly. */
class RateLoad {

    private static final int LIMIT = 80;
    private static final int UNKNOWN_LIMIT = 30;
    private static final double OFFERED = 200;
    private static final int GROUPS = 100;
    /** For each process, the messages of each group after which it has loaded and compiled what it runs. */
    private static final int WARM_UP = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("rate.seconds", 60));
    private static final Duration LEARNING = Duration.ofSeconds(30);
    private static final double LEAST_USED = 0.98;
    private static final double LEAST_USED_OF_UNKNOWN = 0.9;

    /** The results after the rate was, or should have been, learned. */
    private record Result(double used, long refused) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theRateIsKeptAndUsed(int replicas) {
        Result result = run(replicas, LIMIT, Duration.ofSeconds(1));

        assertThat(result.refused()).as("refused with 130429 after the first second").isZero();
        assertThat(result.used()).as("share of the rate that was used").isGreaterThanOrEqualTo(LEAST_USED);
    }

    @Test
    void aRateThatNobodyToldIsFound() {
        Result result = run(1, UNKNOWN_LIMIT, LEARNING);

        assertThat(result.used()).as("share of the rate that was used").isGreaterThanOrEqualTo(LEAST_USED_OF_UNKNOWN);
    }

    private static Result run(int count, int limit, Duration ramp) {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                Replicas replicas = Replicas.start(count, whatsApp, settings(redis), new Random(count));
                Members members = new Members(replicas)) {
            members.write(whatsApp.groups(), count * WARM_UP, LIMIT);
            whatsApp.awaitHeard(count * WARM_UP, PATIENCE);
            whatsApp.fake().limitMessages(limit);
            int each = (int) (OFFERED / GROUPS * ramp.plus(LENGTH).toSeconds());
            Instant from = Instant.now().plus(ramp);
            members.write(whatsApp.groups(), each, OFFERED);
            Instant to = from.plus(LENGTH);
            Pace.pause(Duration.between(Instant.now(), to));
            Books books = whatsApp.books();
            Result result = new Result(books.count(from, to, Sent::taken) / (double) (limit * LENGTH.toSeconds()),
                    books.count(from, to, Sent::tooMany));
            System.out.printf(
                    "rate: %d replicas, limit %d, told %d: %.1f %% used from %d s on, %d refused in %d s; %d offered,"
                            + " %d taken%n",
                    count, limit, LIMIT, 100 * result.used(), ramp.toSeconds(), result.refused(), LENGTH.toSeconds(),
                    members.count(), books.taken());
            assertThat(members.count()).as("a backlog at the end").isGreaterThan(books.taken());
            whatsApp.assertOrder();
            return result;
        }
    }

    private static Map<String, String> settings(TestRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT);
    }
}
