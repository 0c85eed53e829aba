package dev.tertulia.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Member;
import dev.tertulia.moderation.cases.DailyHits.Hits;

import static org.assertj.core.api.Assertions.assertThat;

/** The hits of rules are counted by day, from all cases. */
class DailyHitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Who ANA = Who.of(new Member("US.1", "15550001", "Ana Souza", null));
    private static final Who STAFF = Who.of(new Member("US.134", null, "Mia", null));
    private static final String RULE = "community/links";
    private static final int PLENTY = 10_000;

    private final MapLog log = new MapLog();
    private final Trail trail = new Trail(log);
    private final DailyHits hits = trail.dailyHits(3);

    private Case open(Instant at, String mode) {
        return trail.open("key " + log.entries.size(), at, known -> new Opening(at, "v1", "G1", "message", ANA, null,
                "wamid.1", "look at http://x.example", List.of(new Finding(RULE, mode, "links", null)),
                List.of(), Map.of(), Map.of()));
    }

    private void callWrong(Case one) {
        trail.record(one.number(), EntryKind.WRONG, STAFF.id(), NOW, Trail.Note.by(STAFF), before -> true);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    @Test
    void allCasesOfTheDaysAreCounted() {
        open(daysAgo(3), "enforce");
        IntStream.range(0, 2_500).forEach(i -> open(daysAgo(2), "enforce"));
        open(Instant.parse("2026-03-01T23:59:59Z"), "shadow");
        IntStream.range(0, 2).forEach(i -> open(NOW, "shadow"));

        assertThat(hits.count(NOW, PLENTY)).isTrue();

        assertThat(hits.of(RULE, NOW)).containsExactly(new Hits(0, 2_500, 0), new Hits(1, 0, 0), new Hits(2, 0, 0));
        assertThat(hits.of("community/unknown", NOW)).containsOnly(Hits.NONE);
    }

    @Test
    void aCountGoesOnWhereItStopped() {
        IntStream.range(0, 25).forEach(i -> open(NOW, "enforce"));

        assertThat(List.of(hits.count(NOW, 10), hits.count(NOW, 10), hits.count(NOW, 10)))
                .containsExactly(false, false, true);
        assertThat(hits.of(RULE, NOW).getLast()).isEqualTo(new Hits(0, 25, 0));
        open(NOW, "enforce");
        assertThat(hits.count(NOW, 10)).isTrue();
        assertThat(hits.of(RULE, NOW).getLast()).isEqualTo(new Hits(0, 26, 0));
    }

    @Test
    void whatIsCalledWrongCountsOnTheDayOfItsCase() {
        Case before = open(daysAgo(5), "enforce");
        Case yesterday = open(daysAgo(1), "enforce");
        hits.count(NOW, PLENTY);
        callWrong(before);
        callWrong(yesterday);

        assertThat(hits.count(NOW, PLENTY)).isTrue();

        assertThat(hits.of(RULE, NOW)).containsExactly(Hits.NONE, new Hits(0, 1, 1), Hits.NONE);
    }

    @Test
    void daysThatArePastAreForgotten() {
        open(NOW, "enforce");
        hits.count(NOW, PLENTY);
        Instant later = NOW.plus(Duration.ofDays(2));
        open(later, "enforce");

        hits.count(later, PLENTY);

        assertThat(hits.of(RULE, later)).containsExactly(new Hits(0, 1, 0), Hits.NONE, new Hits(0, 1, 0));
        assertThat(hits.of(RULE, later.plus(Duration.ofDays(1)))).containsExactly(Hits.NONE, new Hits(0, 1, 0),
                Hits.NONE);
    }

    @Test
    void aStoreThatWasEmptiedIsCountedAnew() {
        open(NOW, "enforce");
        open(NOW, "enforce");
        hits.count(NOW, PLENTY);
        log.entries.clear();
        open(NOW, "shadow");

        hits.count(NOW, PLENTY);

        assertThat(hits.of(RULE, NOW).getLast()).isEqualTo(new Hits(1, 0, 0));
    }

    @Test
    void anEmptyTrailIsCountedAtOnce() {
        assertThat(hits.count(NOW, 1)).isTrue();
        assertThat(hits.of(RULE, NOW)).containsOnly(Hits.NONE).hasSize(3);
    }
}
