package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every message is answered once and in the order of its group, while three replicas on one Redis are killed or
 * stopped, Redis is restarted, and WhatsApp fails.
 */
class ChaosIT {

    private static final int MESSAGES = Integer.getInteger("chaos.messages", 1_500);
    private static final int GROUPS = Integer.getInteger("chaos.groups", 50);
    private static final int SECONDS = Integer.getInteger("chaos.seconds", 15);
    private static final int TROUBLES = Integer.getInteger("chaos.troubles", 5);
    private static final int LIMIT = 1_000;
    private static final int REFUSALS_AT_ONCE = 20;
    private static final Duration REDIS_IS_AWAY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("chaos.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private int restarts;

    @Test
    void everyMessageIsAnsweredOnceAndInOrder() {
        System.out.printf("chaos with seed %d%n", seed);
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "yes");
                Replicas replicas = Replicas.start(3, whatsApp, settings(redis), new Random(seed));
                Members members = new Members(replicas)) {
            whatsApp.fake().limitMessages(LIMIT);
            whatsApp.misbehave(new Random(seed));
            Instant started = Instant.now();
            members.write(whatsApp.groups(), MESSAGES / GROUPS, MESSAGES / (double) SECONDS);
            hurt(whatsApp, replicas, redis);
            whatsApp.awaitHeard(MESSAGES / GROUPS, PATIENCE);
            Duration length = Duration.between(started, Instant.now());
            Unknowns unknowns = new Unknowns(replicas.end(), whatsApp.books());
            System.out.printf(
                    "chaos: %d messages of %d groups, %d answers, %d s; %d replicas killed, %d stopped, Redis"
                            + " restarted %d times; %s%n",
                    members.count(), GROUPS, whatsApp.books().taken(), length.toSeconds(), replicas.killed(),
                    replicas.stopped(), restarts, unknowns);
            judge(whatsApp, unknowns);
        }
    }

    private static Map<String, String> settings(TestRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "WHATSAPP_MESSAGES_PER_SECOND", "" + LIMIT, "TERTULIA_GRAPH_TIMEOUT",
                "3s",
                "TERTULIA_UNKNOWN_WAIT", "15s");
    }

    /** Causes faults at random moments: each kind once, then random kinds. */
    private void hurt(WhatsApp whatsApp, Replicas replicas, TestRedis redis) {
        long start = System.nanoTime();
        List<Runnable> kinds = List.of(() -> restart(redis), replicas::killAny, () -> whatsApp.refuse(REFUSALS_AT_ONCE),
                replicas::stopAny, replicas::killAny);
        List<Long> moments = random.longs(TROUBLES, 0, Duration.ofSeconds(SECONDS).toNanos()).sorted().boxed().toList();
        for (int i = 0; i < TROUBLES; i++) {
            Pace.awaitNanos(start + moments.get(i));
            kinds.get(i < kinds.size() ? i : random.nextInt(kinds.size())).run();
        }
    }

    private void restart(TestRedis redis) {
        redis.stop();
        Pace.pause(REDIS_IS_AWAY);
        redis.restart();
        restarts++;
    }

    private static void judge(WhatsApp whatsApp, Unknowns unknowns) {
        assertThat(unknowns.wronglyRepeated()).as("answers that left again although their outcome was known").isEmpty();
        assertThat(whatsApp.groups()).allSatisfy(group -> assertThat(whatsApp.heard(group).stream().distinct())
                .containsExactlyElementsOf(WhatsApp.numbers(MESSAGES / GROUPS)));
    }
}
