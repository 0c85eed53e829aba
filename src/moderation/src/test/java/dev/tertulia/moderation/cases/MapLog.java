package dev.tertulia.moderation.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;

/** A log in a map, whose entries a test can change. */
final class MapLog implements Log {

    final TreeMap<Long, LogEntry> entries = new TreeMap<>();

    @Override
    public synchronized LogEntry append(Draft draft) {
        return append(draft, entries.isEmpty() ? 0 : entries.lastKey()).orElseThrow();
    }

    @Override
    public synchronized Optional<LogEntry> append(Draft draft, long last) {
        Optional<LogEntry> known = find(draft.key());
        long end = entries.isEmpty() ? 0 : entries.lastKey();
        if (known.isPresent() || end != last) {
            return known;
        }
        LogEntry entry = new LogEntry(end + 1, draft.key(), draft.at(), draft.terms(), draft.body());
        entries.put(entry.number(), entry);
        return Optional.of(entry);
    }

    @Override
    public synchronized Optional<LogEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.lastEntry().getValue());
    }

    @Override
    public synchronized Optional<LogEntry> find(long number) {
        return Optional.ofNullable(entries.get(number));
    }

    @Override
    public synchronized Optional<LogEntry> find(String key) {
        return entries.values().stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public synchronized List<LogEntry> findLatest(String term, long before, int atMost) {
        return some(entries.descendingMap().values().stream(),
                entry -> entry.terms().contains(term) && entry.number() < before, atMost);
    }

    @Override
    public synchronized List<LogEntry> read(long after, int atMost) {
        return some(entries.values().stream(), entry -> entry.number() > after, atMost);
    }

    private static List<LogEntry> some(Stream<LogEntry> all, Predicate<LogEntry> wanted, int atMost) {
        return all.filter(wanted).limit(atMost).toList();
    }

    @Override
    public synchronized Optional<Long> firstSince(Instant time) {
        return entries.values().stream().filter(entry -> !entry.at().isBefore(time)).map(LogEntry::number).findFirst();
    }

    @Override
    public synchronized void rewrite(long number, Set<String> terms, String body) {
        entries.computeIfPresent(number, (key, old) -> new LogEntry(number, old.key(), old.at(), terms, body));
    }
}
