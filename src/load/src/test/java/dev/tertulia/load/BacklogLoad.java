package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.Fault;
import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Load program: 100,000 messages wait while the number pauses, then are sent. The store is the queue, not the process.
 */
class BacklogLoad {

    private static final int GROUPS = 1_000;
    private static final int WARM_UP = 2;
    private static final int EACH = WARM_UP + Integer.getInteger("backlog.messages", 100_000) / GROUPS;
    private static final int ENDLESS = 1_000_000;
    private static final long MOST_GROWTH = 200;
    private static final long MB = 1_048_576;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Test
    void aLongBacklogCostsNoHeap() {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                RedisBooks books = new RedisBooks(redis);
                Replicas replicas = Replicas.start(1, whatsApp, settings(redis), new Random(1));
                Members members = new Members(replicas)) {
            members.say(whatsApp.groups(), "first", "/count 0 " + WARM_UP);
            whatsApp.awaitHeard(WARM_UP, PATIENCE);
            long heap = Heap.megabytesOf(replicas.pid());
            long memory = books.memory();

            whatsApp.fake().faults().next(Fault.TOKEN_EXPIRED, ENDLESS);
            members.say(whatsApp.groups(), "rest", "/count " + WARM_UP + " " + EACH);
            long highest = awaitTurns(books, replicas);
            int waiting = GROUPS * EACH - whatsApp.books().taken();
            System.out.printf("backlog: %d waiting; heap %d MB, before %d MB; Redis %d MB, %d bytes a message%n",
                    waiting, highest, heap, books.memory() / MB, (books.memory() - memory) / waiting);

            whatsApp.fake().faults().clear();
            Instant opened = Instant.now();
            highest = Math.max(highest, drain(whatsApp, replicas));
            System.out.printf("backlog: drained in %d s; highest heap %d MB, Redis %d MB in the end%n",
                    Duration.between(opened, Instant.now()).toSeconds(), highest, books.memory() / MB);
            assertThat(highest - heap).as("growth of the heap in MB").isLessThanOrEqualTo(MOST_GROWTH);
            assertThat(whatsApp.groups())
                    .allSatisfy(group -> assertThat(whatsApp.heard(group)).isEqualTo(WhatsApp.numbers(EACH)));
        }
    }

    private static Map<String, String> settings(TestRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "WHATSAPP_MESSAGES_PER_SECOND", "1000", "TERTULIA_PAUSE_NUMBER", "10s");
    }

    /** Waits until Redis stops growing, so that all turns are done. Returns the maximum heap. */
    private static long awaitTurns(RedisBooks books, Replicas replicas) {
        long highest = 0;
        long before;
        do {
            before = books.memory();
            Pace.pause(LOOK);
            highest = Math.max(highest, Heap.megabytesOf(replicas.pid()));
        } while (books.memory() > before + MB);
        return highest;
    }

    private static long drain(WhatsApp whatsApp, Replicas replicas) {
        long highest = 0;
        Instant end = Instant.now().plus(PATIENCE);
        while (whatsApp.books().taken() < GROUPS * EACH && Instant.now().isBefore(end)) {
            Pace.pause(LOOK);
            highest = Math.max(highest, Heap.megabytesOf(replicas.pid()));
        }
        return highest;
    }
}
