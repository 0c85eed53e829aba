package dev.tertulia.moderation.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;

/** Counters in memory that record each call. */
final class FakeCounters implements Counters {

    final List<List<Counter>> calls = new ArrayList<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();

    private record Entry(String key, Instant at, String value) {}

    @Override
    public Counters of(String number) {
        return this;
    }

    @Override
    public List<Count> count(String key, Instant at, List<Counter> counters) {
        calls.add(counters);
        return counters.stream().map(counter -> count(key, at, counter)).toList();
    }

    private Count count(String key, Instant at, Counter counter) {
        List<Entry> all = entries.computeIfAbsent(counter.name(), _ -> new ArrayList<>());
        if (counter.value() != null && all.stream().noneMatch(entry -> entry.key().equals(key))) {
            all.add(new Entry(key, at, Objects.requireNonNull(counter.value())));
        }
        List<Entry> within = all.stream().filter(entry -> entry.at().isAfter(at.minus(counter.within()))
                && !entry.at().isAfter(at)).toList();
        return new Count(within.size(), within.reversed().stream().map(Entry::value).filter(value -> !value.isEmpty())
                .toList());
    }

    @Override
    public void clear(String name) {
        entries.remove(name);
    }
}
