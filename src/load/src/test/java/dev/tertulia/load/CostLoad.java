package dev.tertulia.load;

import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** Load program: measures the Redis commands and bytes per message, and the memory of an idle group. */
class CostLoad {

    private static final int GROUPS = Integer.getInteger("cost.groups", 1_000);
    private static final int EACH = Integer.getInteger("cost.each", 5);
    private static final double PER_SECOND = 100;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SCRIPT = "evalsha";
    private static final int REPLICAS = 3;
    private static final int MOST_IDLE = 4;
    private static final double MOST_SCRIPTS = 4;
    private static final double MOST_SCRIPTS_OF_A_FULL_GROUP = 5;

    /** All counters at one instant. */
    private record Look(Map<String, Long> calls, long traffic, long memory, long nanos) {

        static Look at(RedisBooks books) {
            return new Look(books.calls(), books.traffic(), books.memory(), System.nanoTime());
        }

        double seconds(Look before) {
            return (nanos - before.nanos) / 1e9;
        }

        /** The round trips. All other commands run within them. */
        long scripts(Look before) {
            return calls.getOrDefault(SCRIPT, 0L) - before.calls.getOrDefault(SCRIPT, 0L);
        }

        long commands(Look before) {
            return sum(calls) - sum(before.calls);
        }

        private static long sum(Map<String, Long> calls) {
            return calls.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void costsOfAMessageAndOfAnIdleGroup() {
        costs("a message, its answer and a status", MOST_SCRIPTS, new WhatsApp(GROUPS));
    }

    @Test
    void costsOfAFullGroup() {
        costs("a message, its answer and 17 statuses", MOST_SCRIPTS_OF_A_FULL_GROUP, WhatsApp.full(GROUPS / 5));
    }

    private static void costs(String what, double most, WhatsApp groups) {
        try (WhatsApp whatsApp = groups;
                TestRedis redis = TestRedis.start("--appendonly", "no");
                RedisBooks books = new RedisBooks(redis);
                Replicas replicas = Replicas.start(1, whatsApp, settings(redis), new Random(1));
                Members members = new Members(replicas)) {
            Look idle = idle(books, replicas.count());
            members.write(whatsApp.groups(), 1, PER_SECOND);
            whatsApp.awaitHeard(1, PATIENCE);
            books.record();
            Look first = Look.at(books);
            members.write(whatsApp.groups(), EACH, PER_SECOND);
            whatsApp.awaitHeard(1 + EACH, PATIENCE);
            Look more = Look.at(books);
            int messages = whatsApp.groups().size() * EACH;

            double scripts = (double) more.scripts(first) / messages;
            System.out.printf("cost: %s at %.0f a second: %.1f scripts, %.1f commands,"
                    + " %d bytes on the wire, %d bytes of memory%n", what, PER_SECOND, scripts,
                    (double) more.commands(first) / messages, (more.traffic() - first.traffic()) / messages,
                    (more.memory() - first.memory()) / messages);
            System.out.printf("cost: a group that spoke once: %d bytes%n",
                    (first.memory() - idle.memory()) / whatsApp.groups().size());
            books.scripts().forEach((name, calls) -> System.out.printf("cost: script %-12s %.2f a message%n", name,
                    (double) calls / messages));
            books.memoryByKind().forEach((kind, bytes) -> System.out
                    .printf("cost: %-12s %d bytes in all after %d messages%n", kind, bytes,
                            whatsApp.groups().size() + messages));
            assertThat(scripts).as("scripts a message").isLessThan(most);
        }
    }

    /** One replica has the pump's lease; the others wait for it. */
    @Test
    void costsOfIdleReplicas() {
        try (WhatsApp whatsApp = new WhatsApp(1);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                RedisBooks books = new RedisBooks(redis);
                Replicas replicas = Replicas.start(REPLICAS, whatsApp, settings(redis), new Random(1))) {
            idle(books, replicas.count());
        }
    }

    private static Look idle(RedisBooks books, int replicas) {
        Look start = Look.at(books);
        Pace.pause(IDLE);
        Look idle = Look.at(books);
        double scripts = idle.scripts(start) / idle.seconds(start);
        System.out.printf("cost: nothing to do, %d replicas: %.1f scripts, %.0f commands a second%n", replicas, scripts,
                idle.commands(start) / idle.seconds(start));
        assertThat(scripts / replicas).as("scripts a second for an idle number and replica").isLessThan(MOST_IDLE);
        return idle;
    }

    private static Map<String, String> settings(TestRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "WHATSAPP_MESSAGES_PER_SECOND", "1000");
    }
}
