package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What every store of counters and logs does. */
public interface FleetContract {

    Duration MINUTE = Duration.ofMinutes(1);
    Duration KEPT = Duration.ofDays(30);
    Instant NOW = Instant.ofEpochMilli(System.currentTimeMillis());

    Fleet fleet();

    /** A name that no other test uses. */
    static String fresh() {
        return "of-a-test-" + UUID.randomUUID();
    }

    private Count count(String key, Instant at, Counter counter) {
        return fleet().counters().count(key, at, List.of(counter)).getFirst();
    }

    private static List<Long> numbers(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::number).toList();
    }

    private static Log.Draft draft(String key, Instant at, String... terms) {
        return new Log.Draft(key, at, Set.of(terms), "body of " + key);
    }

    @Test
    default void countsInASlidingWindow() {
        String name = fresh();

        assertThat(count("a", NOW, Counter.adding(name, MINUTE)).entries()).isEqualTo(1);
        assertThat(count("b", NOW.plusSeconds(59), Counter.adding(name, MINUTE)).entries()).isEqualTo(2);
        assertThat(count("c", NOW.plusSeconds(60), Counter.adding(name, MINUTE)).entries()).isEqualTo(2);
        assertThat(count("d", NOW.plusSeconds(60), Counter.reading(name, MINUTE)).entries()).isEqualTo(2);
        assertThat(count("d", NOW.plusSeconds(60), Counter.reading(name, MINUTE.multipliedBy(2))).entries())
                .isEqualTo(3);
    }

    @Test
    default void countsAnEventOnce() {
        String name = fresh();
        count("a", NOW, Counter.adding(name, MINUTE));

        assertThat(count("a", NOW.plusSeconds(5), Counter.adding(name, MINUTE)).entries()).isEqualTo(1);
    }

    @Test
    default void doesNotCountWhatCameAfterwards() {
        String name = fresh();
        count("late", NOW.plusSeconds(30), Counter.adding(name, MINUTE));

        assertThat(count("early", NOW, Counter.adding(name, MINUTE)).entries()).isEqualTo(1);
    }

    @Test
    default void returnsTheLatestValuesFirst() {
        String name = fresh();
        count("a", NOW, new Counter(name, MINUTE, "one"));
        count("b", NOW.plusSeconds(1), Counter.adding(name, MINUTE));

        Count count = count("c", NOW.plusSeconds(2), new Counter(name, MINUTE, "three"));

        assertThat(count).isEqualTo(new Count(3, List.of("three", "one")));
    }

    @Test
    default void countsSeveralAtOnce() {
        String first = fresh();
        String second = fresh();
        count("a", NOW, Counter.adding(second, MINUTE));

        List<Count> counts = fleet().counters().count("b", NOW,
                List.of(Counter.adding(first, MINUTE), new Counter(second, MINUTE, "x"),
                        Counter.reading(first, MINUTE)));

        assertThat(counts).containsExactly(new Count(1, List.of()), new Count(2, List.of("x")),
                new Count(1, List.of()));
        fleet().counters().clear(second);
        assertThat(count("c", NOW, Counter.reading(second, MINUTE)).entries()).isZero();
    }

    @Test
    default void countsExactlyFromManyThreads() throws Exception {
        String name = fresh();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Count>> counted = new ArrayList<>();
            IntStream.range(0, 200).forEach(i -> counted
                    .add(threads.submit(() -> count("event " + i / 2, NOW, Counter.adding(name, MINUTE)))));
            for (Future<Count> one : counted) {
                one.get();
            }
        }

        assertThat(count("read", NOW, Counter.reading(name, MINUTE)).entries()).isEqualTo(100);
    }

    @Test
    default void refusesTooManyCountersAtOnce() {
        List<Counter> many = IntStream.range(0, 65).mapToObj(i -> Counter.adding("c" + i, MINUTE)).toList();

        assertThatIllegalArgumentException().isThrownBy(() -> fleet().counters().count("a", NOW, many))
                .withMessageContaining("at most 64");
    }

    @Test
    default void appendsOnceAndInOrder() {
        Log log = fleet().logs().log(fresh(), KEPT);
        assertThat(log.last()).isEmpty();

        LogEntry first = log.append(draft("a", NOW, "red"));
        log.append(draft("b", NOW.plusSeconds(1), "red", "blue"));
        LogEntry again = log.append(draft("a", NOW.plusSeconds(9), "green"));

        assertThat(first).isEqualTo(new LogEntry(1, "a", NOW, Set.of("red"), "body of a"));
        assertThat(again).isEqualTo(first);
        assertThat(log.last()).map(LogEntry::key).contains("b");
        assertThat(log.find(2)).map(LogEntry::key).contains("b");
        assertThat(log.find("b")).map(LogEntry::number).contains(2L);
        assertThat(log.find("c")).isEmpty();
        assertThat(log.find(3)).isEmpty();
    }

    @Test
    default void findsByTerm() {
        Log log = fleet().logs().log(fresh(), KEPT);
        log.append(draft("a", NOW, "red"));
        log.append(draft("b", NOW, "blue"));
        log.append(draft("c", NOW, "red"));

        assertThat(numbers(log.findLatest("red", Long.MAX_VALUE, 10))).containsExactly(3L, 1L);
        assertThat(numbers(log.findLatest("red", 3, 10))).containsExactly(1L);
        assertThat(numbers(log.findLatest("red", Long.MAX_VALUE, 1))).containsExactly(3L);
        assertThat(log.findLatest("green", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void findsBySeveralTerms() {
        Log log = fleet().logs().log(fresh(), KEPT);
        log.append(draft("a", NOW, "red"));
        log.append(draft("b", NOW, "blue", "red"));
        log.append(draft("c", NOW, "red"));
        List<String> terms = new ArrayList<>(List.of("blue", "green", "red"));
        IntStream.range(0, 300).forEach(i -> terms.add("another " + i));

        List<List<LogEntry>> found = log.findLatest(terms, 2);

        assertThat(found).hasSize(303).element(0).satisfies(blue -> assertThat(numbers(blue)).containsExactly(2L));
        assertThat(found.get(1)).isEmpty();
        assertThat(numbers(found.get(2))).containsExactly(3L, 2L);
        assertThat(found.subList(3, 303)).allSatisfy(other -> assertThat(other).isEmpty());
        assertThat(log.findLatest(List.of(), 2)).isEmpty();
    }

    @Test
    default void readsFromAPlaceOrTime() {
        Log log = fleet().logs().log(fresh(), KEPT);
        IntStream.range(0, 5).forEach(i -> log.append(draft("e" + i, NOW.plusSeconds(i))));

        assertThat(numbers(log.read(0, 2))).containsExactly(1L, 2L);
        assertThat(numbers(log.read(2, 10))).containsExactly(3L, 4L, 5L);
        assertThat(log.firstSince(NOW.plusSeconds(3))).contains(4L);
        assertThat(log.firstSince(NOW.plusSeconds(9))).isEmpty();
    }

    @Test
    default void appendsOnlyAfterTheKnownEntry() {
        Log log = fleet().logs().log(fresh(), KEPT);

        assertThat(log.append(draft("a", NOW), 0)).map(LogEntry::number).contains(1L);
        assertThat(log.append(draft("b", NOW), 0)).isEmpty();
        assertThat(log.append(draft("b", NOW), 1)).map(LogEntry::number).contains(2L);
        assertThat(log.append(draft("a", NOW), 0)).as("it has the key").map(LogEntry::number).contains(1L);
    }

    @Test
    default void rewritesAnEntry() {
        Log log = fleet().logs().log(fresh(), KEPT);
        log.append(draft("a", NOW, "red", "blue"));

        log.rewrite(1, Set.of("blue", "erased"), "gone");
        log.rewrite(7, Set.of(), "there is no such entry");

        LogEntry expected = new LogEntry(1, "a", NOW, Set.of("blue", "erased"), "gone");
        assertThat(log.find("a")).contains(expected);
        assertThat(log.last()).contains(expected);
        assertThat(log.findLatest("red", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(log.findLatest("erased", Long.MAX_VALUE, 10)).containsExactly(expected);
        assertThat(log.findLatest("blue", Long.MAX_VALUE, 10)).containsExactly(expected);
    }

    @Test
    default void forgetsWhatIsTooOldAndKeepsCounting() {
        Log log = fleet().logs().log(fresh(), Duration.ofDays(1));
        log.append(draft("old", NOW.minus(Duration.ofDays(2)), "red"));
        log.append(draft("new", NOW, "red"));
        log.append(draft("newer", NOW, "red"));

        assertThat(log.find("old")).isEmpty();
        assertThat(log.find(1)).isEmpty();
        assertThat(numbers(log.read(0, 10))).containsExactly(2L, 3L);
        assertThat(numbers(log.findLatest("red", Long.MAX_VALUE, 10))).containsExactly(3L, 2L);
        assertThat(log.append(draft("old", NOW)).number()).isEqualTo(4);
    }

    @Test
    default void losesNothingFromManyThreads() throws Exception {
        Log log = fleet().logs().log(fresh(), KEPT);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = IntStream.range(0, 100)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> appendAfterTheLast(log, "e" + i))).toList();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(numbers(log.read(0, 1_000))).isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(Long::valueOf)
                .toList());
    }

    private static void appendAfterTheLast(Log log, String key) {
        Optional<LogEntry> written = Optional.empty();
        while (written.isEmpty()) {
            written = log.append(draft(key, NOW), log.last().map(LogEntry::number).orElse(0L));
        }
    }

    @Test
    default void saysWhatIsWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> fleet().logs().log("a b", KEPT))
                .withMessageContaining("'a b'");
        assertThatIllegalArgumentException().isThrownBy(() -> fleet().logs().log("a", Duration.ZERO))
                .withMessageContaining("log a");
        Log log = fleet().logs().log(fresh(), KEPT);
        assertThatIllegalArgumentException().isThrownBy(() -> log.append(draft("", NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(0, 1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> fleet().logs().of("no number of this store"));
    }
}
