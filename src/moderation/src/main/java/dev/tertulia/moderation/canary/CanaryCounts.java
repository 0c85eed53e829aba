package dev.tertulia.moderation.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.On;

/**
 * The counts of one process for one number: what it judges by each of two compared versions. Each process stores its
 * counts in entries of its own, which {@link CanaryReport} adds up.
 */
public final class CanaryCounts {

    static final String NAME = "moderation-canary";
    static final Duration KEEP = Duration.ofDays(90);
    static final String ALL = "all";

    private final Log log;
    private final String process;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final Object storing = new Object();

    /**
     * Counts of a process.
     *
     * @param process what tells it apart from all others
     */
    public CanaryCounts(Logs logs, String process) {
        this.log = logs.log(NAME, KEEP);
        this.process = process;
    }

    /** What is stored: where, and how many changes it holds. */
    private record Stored(long place, long changes) {}

    /** A count to store. */
    private record Change(String key, long changes, Figures figures) {}

    /** The term of the entries about a comparison. */
    static String term(String latest) {
        return "canary " + latest;
    }

    /** Counts an event that one of the versions has judged. */
    public synchronized void add(Versions versions, String version, On on, List<Hit> hits, Instant at) {
        if (versions.contain(version)) {
            counts.computeIfAbsent(versions.latest() + " " + versions.before() + " " + version,
                    _ -> new Count(versions, version)).add(on, hits, at);
        }
    }

    /** Stores what has changed. */
    public void store() {
        synchronized (storing) {
            changed().forEach(this::store);
        }
    }

    private synchronized List<Change> changed() {
        List<Change> changed = new ArrayList<>();
        counts.forEach((key, count) -> {
            Stored before = stored.get(key);
            if (before == null || before.changes() < count.changes()) {
                changed.add(new Change(key, count.changes(), count.figures()));
            }
        });
        return changed;
    }

    private void store(Change change) {
        Figures figures = change.figures();
        Set<String> terms = Set.of(ALL, term(figures.latest()));
        Stored before = stored.get(change.key());
        String body = figures.write();
        long place = before == null ? append(change.key(), figures, terms, body) : before.place();
        log.rewrite(place, terms, body);
        stored.put(change.key(), new Stored(place, change.changes()));
    }

    private long append(String key, Figures figures, Set<String> terms, String body) {
        LogEntry entry = log.append(new Log.Draft(process + " " + key, Instant.parse(figures.first()), terms, body));
        return entry.number();
    }
}
