package dev.tertulia.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;

import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

/** What a store promises of each kind of letter: how it is listed, found, discarded and retried, once. */
public interface DeadLetterQueueContract extends StoreContract {

    private DeadLetterQueue queue(DeadLetterKind kind) {
        return stores().deadLetters().queue(kind);
    }

    private void put(DeadLetterKind kind, int n) {
        DeadLetterSamples.put(stores(), kind, n);
    }

    private void putFive(DeadLetterKind kind) {
        IntStream.rangeClosed(1, 5).forEach(n -> put(kind, n));
    }

    private DeadLetter only(DeadLetterKind kind) {
        List<DeadLetter> letters = queue(kind).list(null, 10);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    @ParameterizedTest
    @EnumSource
    default void listsTheNewestFirst(DeadLetterKind kind) {
        putFive(kind);

        List<DeadLetter> letters = queue(kind).list(null, 3);

        assertThat(queue(kind).count()).isEqualTo(5);
        assertThat(letters).hasSize(3).allSatisfy(letter -> assertThat(letter.kind()).isEqualTo(kind));
        if (kind != DeadLetterKind.QUARANTINED) {
            assertThat(letters).extracting(DeadLetter::group).containsExactly("g5", "g4", "g3");
        }
        if (kind != DeadLetterKind.UNKNOWN) {
            assertThat(letters).extracting(DeadLetter::since).containsExactly(NOW.plusSeconds(5), NOW.plusSeconds(4),
                    NOW.plusSeconds(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void goesOnBehindALetterThereOrNot(DeadLetterKind kind) {
        putFive(kind);
        List<DeadLetter> all = queue(kind).list(null, 10);

        List<DeadLetter> paged = new ArrayList<>();
        for (String after = null; paged.size() < 5; after = paged.getLast().id().key()) {
            paged.addAll(queue(kind).list(after, 2));
        }
        String third = all.get(2).id().key();
        queue(kind).discard(third, NOW);

        assertThat(paged).isEqualTo(all);
        assertThat(queue(kind).list(third, 10)).isEqualTo(all.subList(3, 5));
        assertThat(queue(kind).list(all.getLast().id().key(), 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void findsEachOfThem(DeadLetterKind kind) {
        putFive(kind);

        assertThat(queue(kind).list(null, 10)).hasSize(5)
                .allSatisfy(letter -> assertThat(queue(kind).find(letter.id().key())).contains(letter));
    }

    @ParameterizedTest
    @EnumSource
    default void discardsOnce(DeadLetterKind kind) throws InterruptedException {
        putFive(kind);
        String key = queue(kind).list(null, 10).get(2).id().key();

        assertThat(atOnce(8, () -> queue(kind).discard(key, NOW))).containsOnlyOnce(true);

        assertThat(queue(kind).find(key)).isEmpty();
        assertThat(queue(kind).count()).isEqualTo(4);
        assertThat(kind == DeadLetterKind.QUARANTINED || queue(kind).retry(key, NOW))
                .isEqualTo(kind == DeadLetterKind.QUARANTINED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUARANTINED")
    default void retriesOnce(DeadLetterKind kind) throws InterruptedException {
        putFive(kind);
        String key = queue(kind).list(null, 10).get(2).id().key();

        assertThat(atOnce(8, () -> queue(kind).retry(key, NOW))).containsOnlyOnce(true);

        assertThat(queue(kind).find(key)).isEmpty();
        assertThat(queue(kind).count()).isEqualTo(4);
        assertThat(queue(kind).discard(key, NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    default void knowsNothingOfOthers(DeadLetterKind kind) {
        put(kind, 1);

        for (String key : List.of("", "x", "0", "7:8:9", "1-1", "1:g1")) {
            assertThat(queue(kind).find(key)).isEmpty();
            assertThat(queue(kind).discard(key, NOW)).isFalse();
            assertThat(kind != DeadLetterKind.QUARANTINED && queue(kind).retry(key, NOW)).isFalse();
        }
        assertThat(queue(kind).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAD_EVENT", "DEAD_SEND", "QUARANTINED"})
    default void dropsTheOldest(DeadLetterKind kind) {
        putFive(kind);
        List<DeadLetter> all = queue(kind).list(null, 10);

        assertThat(queue(kind).trim(3)).isEqualTo(2);
        assertThat(queue(kind).trim(3)).isZero();

        assertThat(queue(kind).list(null, 10)).isEqualTo(all.subList(0, 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAD_EVENT", "DEAD_SEND"})
    default void dropsTheOldestOfTheGroupThatHasTheMost(DeadLetterKind kind) {
        List<String> groups = List.of("quiet", "loud", "loud", "other", "loud", "loud");
        for (int n = 0; n < groups.size(); n++) {
            DeadLetterSamples.put(stores(), kind, groups.get(n), n + 1);
        }

        assertThat(queue(kind).trim(4)).isEqualTo(2);

        assertThat(queue(kind).list(null, 10)).extracting(DeadLetter::since).containsExactly(NOW.plusSeconds(6),
                NOW.plusSeconds(5), NOW.plusSeconds(4), NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAD_EVENT", "DEAD_SEND"})
    default void keepsWhatQuietGroupsHaveHoweverLoudAnotherIs(DeadLetterKind kind) {
        DeadLetterSamples.put(stores(), kind, "quiet", 0);
        IntStream.rangeClosed(1, 600).forEach(n -> DeadLetterSamples.put(stores(), kind, "loud", n));

        long dropped = queue(kind).trim(550);

        assertThat(dropped).isBetween(51L, 51L + 55);
        assertThat(queue(kind).count()).isEqualTo(601 - dropped);
        List<DeadLetter> left = queue(kind).list(null, 600);
        assertThat(left.getLast().group()).isEqualTo("quiet");
        assertThat(left.get(left.size() - 2).since()).isEqualTo(NOW.plusSeconds(dropped + 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "UNKNOWN", "PARKED"})
    default void dropsNothingThatWaitsForAnEvent(DeadLetterKind kind) {
        putFive(kind);

        assertThat(queue(kind).trim(3)).isZero();

        assertThat(queue(kind).count()).isEqualTo(5);
    }

    @Test
    default void tellsTheCauseOfADeadSendWithItsCode() {
        put(DeadLetterKind.DEAD_SEND, 1);

        DeadLetter letter = only(DeadLetterKind.DEAD_SEND);
        assertThat(letter.cause()).isEqualTo("no");
        assertThat(letter.code()).isEqualTo(131026);
        assertThat(letter.advice()).contains("Nothing can be done from here.");
        assertThat(letter.content()).startsWith("{\"id\":\"1\",\"group\":\"g1\",").contains("\"hello\"");
        assertThat(letter).asString().doesNotContain("hello");
    }

    @Test
    default void tellsTheCauseOfTheOthers() {
        for (DeadLetterKind kind : DeadLetterKind.values()) {
            put(kind, kind.ordinal());
        }

        assertThat(only(DeadLetterKind.DEAD_EVENT).cause()).isEqualTo("it \"failed\"");
        assertThat(only(DeadLetterKind.DEAD_EVENT).content()).contains("\"key\":\"key0\"");
        assertThat(only(DeadLetterKind.HELD).cause()).isEqualTo("shut");
        assertThat(only(DeadLetterKind.UNKNOWN).cause())
                .isEqualTo("it is unknown whether it was sent: it waits for a status until 2026-03-02T09:01:00Z");
        assertThat(only(DeadLetterKind.UNKNOWN).since()).isEqualTo(NOW);
        assertThat(only(DeadLetterKind.PARKED).code()).isEqualTo(131020);
        assertThat(only(DeadLetterKind.PARKED).content()).isEqualTo("{\"waitsFor\":\"UNTIL_JOIN\"}");
        assertThat(only(DeadLetterKind.QUARANTINED).cause()).isEqualTo("no JSON");
        assertThat(only(DeadLetterKind.QUARANTINED).content()).isEqualTo("{\"n\":5");
    }

    @Test
    default void knowsHowManyBytesCannotBeRead() {
        DeadLetterQueue quarantine = queue(DeadLetterKind.QUARANTINED);
        stores().inbox().quarantine("x".repeat(1_000), "first", NOW);
        long one = quarantine.bytes();
        stores().inbox().quarantine("y".repeat(1_000), "second", NOW);
        stores().inbox().quarantine("z".repeat(1_000), "third", NOW);
        assertThat(one).isBetween(1_000L, 1_200L);
        assertThat(quarantine.bytes()).isBetween(3_000L, 3_600L);

        quarantine.discard(quarantine.list(null, 3).get(1).id().key(), NOW);
        assertThat(quarantine.bytes()).isBetween(2_000L, 2_400L);

        assertThat(quarantine.trimBytes(1_500)).isEqualTo(1);
        assertThat(only(DeadLetterKind.QUARANTINED).cause()).isEqualTo("third");
        assertThat(quarantine.trim(0)).isEqualTo(1);
        assertThat(quarantine.bytes()).isZero();
    }
}
