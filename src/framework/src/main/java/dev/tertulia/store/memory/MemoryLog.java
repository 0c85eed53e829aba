package dev.tertulia.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.store.LogRules;

/** A log in memory. Entries expire by the time of the latest one. */
final class MemoryLog implements Log {

    private final Object lock;
    private final NavigableMap<Long, LogEntry> entries = new TreeMap<>();
    private final Map<String, Long> byKey = new HashMap<>();
    private Duration keep = Duration.ZERO;
    private Instant latest = Instant.MIN;
    private @Nullable LogEntry last;

    MemoryLog(Object lock) {
        this.lock = lock;
    }

    MemoryLog keeping(Duration time) {
        keep = time;
        return this;
    }

    @Override
    public LogEntry append(Draft draft) {
        LogRules.check(draft);
        synchronized (lock) {
            return find(draft.key()).orElseGet(() -> write(draft));
        }
    }

    @Override
    public Optional<LogEntry> append(Draft draft, long known) {
        LogRules.check(draft);
        synchronized (lock) {
            Optional<LogEntry> before = find(draft.key());
            if (before.isPresent()) {
                return before;
            }
            return known == lastNumber() ? Optional.of(write(draft)) : Optional.empty();
        }
    }

    private long lastNumber() {
        return last == null ? 0 : last.number();
    }

    private LogEntry write(Draft draft) {
        LogEntry entry = new LogEntry(lastNumber() + 1, draft.key(), draft.at(), Set.copyOf(draft.terms()),
                draft.body());
        entries.put(entry.number(), entry);
        byKey.put(entry.key(), entry.number());
        last = entry;
        latest = draft.at().isAfter(latest) ? draft.at() : latest;
        expire();
        return entry;
    }

    private void expire() {
        Instant oldest = latest.minus(keep);
        while (!entries.isEmpty() && (entries.size() > MOST_ENTRIES || entries.firstEntry().getValue().at()
                .isBefore(oldest))) {
            byKey.remove(entries.pollFirstEntry().getValue().key());
        }
    }

    @Override
    public Optional<LogEntry> last() {
        synchronized (lock) {
            return Optional.ofNullable(last);
        }
    }

    @Override
    public Optional<LogEntry> find(long number) {
        synchronized (lock) {
            return Optional.ofNullable(entries.get(number));
        }
    }

    @Override
    public Optional<LogEntry> find(String key) {
        synchronized (lock) {
            return Optional.ofNullable(byKey.get(key)).map(entries::get);
        }
    }

    @Override
    public List<LogEntry> findLatest(String term, long before, int atMost) {
        LogRules.check(atMost);
        synchronized (lock) {
            return entries.headMap(before, false).descendingMap().values().stream()
                    .filter(entry -> entry.terms().contains(term)).limit(atMost).toList();
        }
    }

    /** In one pass, since there are no indexes. */
    @Override
    public List<List<LogEntry>> findLatest(List<String> terms, int atMost) {
        LogRules.check(atMost);
        Map<String, List<LogEntry>> found = new HashMap<>();
        terms.forEach(term -> found.put(term, new ArrayList<>()));
        synchronized (lock) {
            for (LogEntry entry : entries.descendingMap().values()) {
                entry.terms().stream().map(found::get).filter(known -> known != null && known.size() < atMost)
                        .forEach(known -> known.add(entry));
            }
        }
        return terms.stream().map(found::get).toList();
    }

    @Override
    public List<LogEntry> read(long after, int atMost) {
        LogRules.check(atMost);
        synchronized (lock) {
            return entries.tailMap(after, false).values().stream().limit(atMost).toList();
        }
    }

    @Override
    public Optional<Long> firstSince(Instant time) {
        synchronized (lock) {
            return entries.values().stream().filter(entry -> !entry.at().isBefore(time)).map(LogEntry::number)
                    .findFirst();
        }
    }

    @Override
    public void rewrite(long number, Set<String> terms, String body) {
        LogRules.check(terms, body);
        synchronized (lock) {
            LogEntry before = entries.get(number);
            if (before != null) {
                LogEntry after = new LogEntry(number, before.key(), before.at(), Set.copyOf(terms), body);
                entries.put(number, after);
                last = number == lastNumber() ? after : last;
            }
        }
    }
}
