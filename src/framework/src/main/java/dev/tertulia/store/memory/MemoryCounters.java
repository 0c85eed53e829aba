package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.store.Fleet;

/** Counters in memory. */
final class MemoryCounters implements Counters {

    private final String number;
    private final Object lock;
    private final Map<String, Map<String, Entry>> counters = new HashMap<>();

    private record Entry(Instant at, String value) {}

    MemoryCounters(String number, Object lock) {
        this.number = number;
        this.lock = lock;
    }

    @Override
    public Counters of(String wanted) {
        Fleet.check(number, wanted);
        return this;
    }

    @Override
    public List<Count> count(String key, Instant at, List<Counter> wanted) {
        if (wanted.size() > MOST_AT_ONCE) {
            throw new InvalidArgument(wanted.size() + " counters are asked for at once; at most " + MOST_AT_ONCE
                    + " can be");
        }
        synchronized (lock) {
            return wanted.stream().map(counter -> count(key, at, counter)).toList();
        }
    }

    private Count count(String key, Instant at, Counter counter) {
        Map<String, Entry> entries = counters.computeIfAbsent(counter.name(), name -> new LinkedHashMap<>());
        if (counter.value() != null) {
            entries.putIfAbsent(key, new Entry(at, counter.value()));
            trim(entries);
        }
        Instant from = at.minus(counter.within());
        List<Entry> inside = entries.values().stream().filter(one -> one.at().isAfter(from) && !one.at().isAfter(at))
                .sorted(Comparator.comparing(Entry::at).reversed()).toList();
        return new Count(inside.size(), inside.stream().limit(Count.MOST_VALUES).map(Entry::value)
                .filter(value -> !value.isEmpty()).toList());
    }

    private static void trim(Map<String, Entry> entries) {
        if (entries.size() > MOST_ENTRIES) {
            entries.entrySet().stream().min(Comparator.comparing(entry -> entry.getValue().at()))
                    .map(Map.Entry::getKey).ifPresent(entries::remove);
        }
    }

    @Override
    public void clear(String name) {
        synchronized (lock) {
            counters.remove(name);
        }
    }
}
