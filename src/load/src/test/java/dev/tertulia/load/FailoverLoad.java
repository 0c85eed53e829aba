package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Load program: the Redis master is killed under load, and another server replaces it; no process is restarted. */
class FailoverLoad {

    private static final int GROUPS = 50;
    private static final int SECONDS = Integer.getInteger("failover.seconds", 30);
    private static final double PER_SECOND = 50;
    private static final int EACH = (int) (PER_SECOND * SECONDS / GROUPS);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("failover.seed", new Random().nextLong());

    @Test
    void sentinelNamesAnother() {
        try (RedisPair pair = RedisPair.start()) {
            survive("Sentinel", pair);
        }
    }

    @Test
    void clusterChoosesAnother() {
        try (RedisCluster cluster = RedisCluster.start()) {
            survive("Cluster", cluster);
        }
    }

    private void survive(String kind, Failover redis) {
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                Replicas replicas = Replicas.start(2, whatsApp, settings(redis), new Random(seed));
                Members members = new Members(replicas)) {
            members.write(whatsApp.groups(), EACH, PER_SECOND);
            Pace.pause(Duration.ofMillis(SECONDS * 250L + new Random(seed).nextInt(1_000)));
            redis.killPrimary(whatsApp.fake().settings().phoneNumberId());
            Instant killed = Instant.now();
            whatsApp.awaitHeard(EACH, PATIENCE);
            Instant end = Instant.now();
            Unknowns unknowns = new Unknowns(replicas.end(), whatsApp.books());
            long lost = whatsApp.groups().stream().mapToLong(group -> EACH - whatsApp.heard(group).stream().distinct()
                    .count()).sum();
            System.out.printf(
                    "failover with seed %d: %s, %d messages, %d answers, %d lost, %d left again although known; silent for"
                            + " %.1f s; %s%n",
                    seed, kind, members.count(), whatsApp.books().taken(), lost, unknowns.wronglyRepeated().size(),
                    silence(whatsApp, killed, end).toMillis() / 1e3, unknowns);
            assertThat(unknowns.wronglyRepeated()).as("answers that left again although known").isEmpty();
            assertThat(whatsApp.groups()).allSatisfy(group -> assertThat(whatsApp.heard(group).stream().distinct())
                    .containsExactlyElementsOf(WhatsApp.numbers(EACH)));
        }
    }

    private static Map<String, String> settings(Failover redis) {
        return Map.of("REDIS_URI", redis.uri(), "WHATSAPP_MESSAGES_PER_SECOND", "1000", "TERTULIA_UNKNOWN_WAIT", "15s");
    }

    /** The longest time without a message. */
    private static Duration silence(WhatsApp whatsApp, Instant from, Instant to) {
        Duration longest = Duration.ZERO;
        Instant last = from;
        for (Sent sent : whatsApp.books().all()) {
            if (sent.within(from, to)) {
                Duration silent = Duration.between(last, sent.at());
                longest = silent.compareTo(longest) > 0 ? silent : longest;
                last = sent.at();
            }
        }
        return longest;
    }
}
