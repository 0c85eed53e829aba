package dev.tertulia.moderation.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;

/** The entries of a counter, in the order of their times. */
final class Window {

    private final List<Entry> entries = new ArrayList<>();
    /** The number of entries at the beginning that are no longer in the window. */
    private int gone;
    private Duration longest = Duration.ZERO;

    private record Entry(String key, Instant at, String value) {}

    /** Adds an entry if the counter says so, and counts those of its window. */
    Count count(String key, Instant at, Counter counter) {
        if (longest.compareTo(counter.within()) < 0) {
            longest = counter.within();
        }
        add(key, at, counter.value());
        forget(at);
        int from = Math.max(gone, after(at.minus(counter.within())));
        int to = after(at);
        return new Count(Math.max(0, to - from), "".equals(counter.value()) ? List.of() : values(from, to));
    }

    private void add(String key, Instant at, @Nullable String value) {
        int place = after(at);
        if (value != null && !has(key, place)) {
            entries.add(place, new Entry(key, at, value));
        }
    }

    /** An event that is counted again is counted before the next one, so its entry is the last of its time. */
    private boolean has(String key, int place) {
        return place > gone && entries.get(place - 1).key().equals(key);
    }

    private void forget(Instant at) {
        gone = Math.max(gone, Math.max(after(at.minus(longest)), entries.size() - Counters.MOST_ENTRIES));
        if (gone > Counters.MOST_ENTRIES) {
            entries.subList(0, gone).clear();
            gone = 0;
        }
    }

    /** The index of the first entry after a time. */
    private int after(Instant time) {
        int low = gone;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).at().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private List<String> values(int from, int to) {
        List<String> values = new ArrayList<>();
        for (int i = to - 1; i >= from && values.size() < Count.MOST_VALUES; i--) {
            if (!entries.get(i).value().isEmpty()) {
                values.add(entries.get(i).value());
            }
        }
        return values;
    }

    /** Whether nothing is in the window any more. */
    boolean isOver(Instant at) {
        return entries.isEmpty() || entries.getLast().at().isBefore(at.minus(longest));
    }
}
