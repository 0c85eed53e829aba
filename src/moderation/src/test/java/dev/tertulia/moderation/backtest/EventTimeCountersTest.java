package dev.tertulia.moderation.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;

import static org.assertj.core.api.Assertions.assertThat;

class EventTimeCountersTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EventTimeCounters counters = new EventTimeCounters();

    private Count count(String key, int minute, Counter counter) {
        return counters.count(key, START.plus(MINUTE.multipliedBy(minute)), List.of(counter)).getFirst();
    }

    @Test
    void countsWhatIsInTheWindow() {
        Counter counter = Counter.adding("c", MINUTE.multipliedBy(10));

        assertThat(count("a", 0, counter).entries()).isEqualTo(1);
        assertThat(count("b", 5, counter).entries()).isEqualTo(2);
        assertThat(count("c", 10, counter).entries()).isEqualTo(2);
        assertThat(count("d", 30, counter).entries()).isEqualTo(1);
    }

    @Test
    void countsAKeyOnce() {
        Counter counter = Counter.adding("c", MINUTE);

        count("a", 0, counter);

        assertThat(count("a", 0, counter).entries()).isEqualTo(1);
    }

    @Test
    void readsWithoutAdding() {
        count("a", 0, Counter.adding("c", MINUTE));

        assertThat(count("b", 0, Counter.reading("c", MINUTE)).entries()).isEqualTo(1);
        assertThat(count("c", 0, Counter.reading("c", MINUTE)).entries()).isEqualTo(1);
    }

    @Test
    void twoWindowsOfOneCounterShareItsEntries() {
        Counter hour = Counter.adding("c", MINUTE.multipliedBy(60));
        Counter minute = Counter.adding("c", MINUTE);
        counters.count("a", START, List.of(hour, minute));

        assertThat(counters.count("b", START.plus(MINUTE.multipliedBy(30)), List.of(hour, minute)))
                .extracting(Count::entries).containsExactly(2L, 1L);
    }

    @Test
    void returnsTheLatestValuesFirst() {
        count("a", 0, new Counter("c", MINUTE.multipliedBy(10), "one"));

        assertThat(count("b", 1, new Counter("c", MINUTE.multipliedBy(10), "two")).values()).containsExactly("two",
                "one");
    }

    @Test
    void countsEventsOutOfOrder() {
        Counter counter = Counter.adding("c", MINUTE.multipliedBy(10));
        count("a", 5, counter);

        assertThat(count("b", 0, counter).entries()).isEqualTo(1);
        assertThat(count("c", 6, counter).entries()).isEqualTo(3);
    }

    @Test
    void keepsTenThousandEntries() {
        Counter counter = Counter.adding("c", MINUTE);
        for (int i = 0; i < 25_000; i++) {
            count("k" + i, 0, counter);
        }

        assertThat(count("last", 0, counter).entries()).isEqualTo(10_000);
    }

    @Test
    void clears() {
        count("a", 0, Counter.adding("c", MINUTE));
        counters.clear("c");

        assertThat(count("b", 0, Counter.reading("c", MINUTE)).entries()).isZero();
    }
}
