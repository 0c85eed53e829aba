package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.Fault;
import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Load program: 200 groups receive their answers without delay while another group, or all operations, are blocked.
 * They receive them within a second while handlers of other groups compute without end.
 */
class FairLoad {

    private static final int GROUPS = 200;
    private static final int EACH = Integer.getInteger("fair.each", 5);
    private static final double PER_SECOND = 100;
    private static final int ROUNDS = Integer.getInteger("fair.rounds", 3);
    private static final int WARM_UP = 4;
    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int SECONDS = Integer.getInteger("fair.seconds", 30);
    /** Groups whose handlers compute. */
    private static final int COMPUTING = 20;
    private static final Duration MOST_BESIDE_COMPUTING = Duration.ofSeconds(1);
    private static final Duration MOST_ADDED = Duration.ofMillis(5);

    /** A way to block a group. */
    private enum Block {
        NOTHING,
        REFUSED_131056,
        HANGING_HANDLER,
        OPERATIONS_131208
    }

    @Test
    void whoIsBlockedDelaysNobodyElse() {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS + 1);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                Replicas replicas = Replicas.start(1, whatsApp, settings(redis), new Random(1));
                Members members = new Members(replicas)) {
            for (int i = 0; i < WARM_UP; i++) {
                round(whatsApp, members, Block.NOTHING);
            }
            List<Waits> waits = IntStream.range(0, Block.values().length).mapToObj(i -> new Waits()).toList();
            for (int i = 0; i < ROUNDS; i++) {
                for (Block block : Block.values()) {
                    waits.get(block.ordinal()).addAll(round(whatsApp, members, block));
                }
            }
            for (Block block : Block.values()) {
                System.out.printf("fair: %-17s %s%n", block, waits.get(block.ordinal()));
            }
            assertThat(whatsApp.books().all()).as("what 131056 refused").anyMatch(sent -> sent.code() == 131056);
            assertThat(whatsApp.books().operations()).as("operations asked for").isPositive();
            Duration free = waits.getFirst().percentile(99);
            assertThat(waits).allSatisfy(
                    blocked -> assertThat(blocked.percentile(99).minus(free)).isLessThan(MOST_ADDED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whoComputesDelaysNobodyElse(int processes) {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS + COMPUTING);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                Replicas replicas = Replicas.start(processes, whatsApp, computing(redis), new Random(1));
                Members members = new Members(replicas)) {
            round(whatsApp, members, Block.NOTHING);
            List<String> speaking = whatsApp.groups().subList(0, GROUPS);
            int before = answers(whatsApp, speaking).size();
            int each = (int) (SECONDS * PER_SECOND / GROUPS);

            members.write(speaking, each, PER_SECOND);
            for (int second = 0; second < SECONDS; second++) {
                String group = whatsApp.groups().get(GROUPS + second % COMPUTING);
                members.say(group, "computing-" + second, second % 2 == 0 ? "/loop" : "/backtrack");
                Pace.pause(Duration.ofSeconds(1));
            }
            WhatsApp.awaitOrGiveUp(() -> answers(whatsApp, speaking).size() == before + GROUPS * each, PATIENCE);

            List<Sent> all = answers(whatsApp, speaking);
            Waits waits = new Waits();
            waits.addAll(all.subList(before, all.size()).stream()
                    .map(answer -> Duration.between(members.written(answer), answer.at())).toList());
            System.out.printf("fair: computing, %d processes: %s%n", processes, waits);
            assertThat(all).hasSize(before + GROUPS * each);
            assertThat(replicas.end()).as("what handlers that compute are logged as").anyMatch(
                    output -> output.contains("HANDLER_STUCK"));
            assertThat(waits.percentile(99)).isLessThan(MOST_BESIDE_COMPUTING);
        }
    }

    private static Map<String, String> computing(TestRedis redis) {
        Map<String, String> settings = new HashMap<>(settings(redis));
        settings.put("TERTULIA_HANDLER_LIMIT", "5s");
        return settings;
    }

    private static Map<String, String> settings(TestRedis redis) {
        return Map.of("REDIS_URI", redis.uri(), "WHATSAPP_MESSAGES_PER_SECOND", "1000",
                "WHATSAPP_OPERATIONS_PER_SECOND", "10", "TERTULIA_HANDLER_LIMIT", "12s", "TERTULIA_HANDLER_ATTEMPTS",
                "1");
    }

    /** Blocks one group, or all operations, while all others write. Returns the waiting times of their answers. */
    private static List<Duration> round(WhatsApp whatsApp, Members members, Block block) {
        List<String> speaking = whatsApp.groups().subList(0, GROUPS);
        block(whatsApp, members, block);
        List<Sent> before = answers(whatsApp, speaking);
        members.write(speaking, EACH, PER_SECOND);
        WhatsApp.awaitOrGiveUp(
                () -> answers(whatsApp, speaking).size() == before.size() + GROUPS * EACH, PATIENCE);
        whatsApp.fake().faults().clear();
        WhatsApp.awaitOrGiveUp(() -> whatsApp.books().latest().plus(QUIET).isBefore(Instant.now()), PATIENCE);
        List<Sent> all = answers(whatsApp, speaking);
        return all.subList(before.size(), all.size()).stream()
                .map(answer -> Duration.between(members.written(answer), answer.at())).toList();
    }

    private static void block(WhatsApp whatsApp, Members members, Block block) {
        String blocked = whatsApp.groups().getLast();
        String id = block + "-" + whatsApp.books().all().size();
        switch (block) {
            case REFUSED_131056 -> {
                whatsApp.fake().faults().nextTo(blocked, Fault.PAIR_LIMIT, MANY);
                members.say(blocked, id, "/count 0 10");
            }
            case HANGING_HANDLER -> members.say(blocked, id, "/hang");
            case OPERATIONS_131208 -> {
                whatsApp.fake().faults().next(Fault.GROUP_OPERATIONS_LIMIT, MANY);
                members.say(whatsApp.groups().subList(0, GROUPS / 2), id, "/rename tea");
                // So many commands at once are work for the processor; the measurement is of operations that wait.
                Pace.pause(QUIET);
            }
            case NOTHING -> {
            }
        }
    }

    private static List<Sent> answers(WhatsApp whatsApp, List<String> groups) {
        List<Sent> answers = new ArrayList<>(whatsApp.books().all());
        answers.removeIf(sent -> !sent.taken() || !groups.contains(sent.group()));
        return answers;
    }
}
