package dev.tertulia.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.stability.Experimental;

/**
 * An append-only log, in one order over all replicas. Every call is one atomic step of the store and takes effect at once,
 * also inside a turn. A turn that is repeated appends once, because each entry has a key. At most {@value #MOST_ENTRIES}
 * entries are kept; the oldest ones give way.
 */
@Experimental
public interface Log {

    /** The maximum number of entries. */
    int MOST_ENTRIES = 1_000_000;

    /** The maximum number of entries that one call returns. */
    int MOST_AT_ONCE = 1_000;

    /**
     * Appends an entry, unless there is one with its key.
     *
     * @return the new entry, or the one that has this key
     */
    LogEntry append(Draft draft);

    /**
     * Appends an entry if the last one is still the one that the caller knows, for logs in which each entry depends on the
     * one before.
     *
     * @param last the number of the last entry; 0 if there was none
     * @return the new entry, or the one that has this key; empty if another entry was appended in between
     */
    Optional<LogEntry> append(Draft draft, long last);

    /** The last entry that was appended; empty if there was none. It is known even after it has expired. */
    Optional<LogEntry> last();

    /** The entry with a number. */
    Optional<LogEntry> find(long number);

    /** The entry with a key. */
    Optional<LogEntry> find(String key);

    /**
     * The entries with a term, the latest first.
     *
     * @param before only entries with a smaller number; {@code Long.MAX_VALUE} for all
     * @param atMost 1 to {@value #MOST_AT_ONCE}
     */
    List<LogEntry> findLatest(String term, long before, int atMost);

    /**
     * The entries with each of some terms, the latest first. It takes fewer calls of the store than to ask for one term after
     * the other.
     *
     * @param terms  each once, at most {@value #MOST_AT_ONCE}
     * @param atMost entries of each term, 1 to {@value #MOST_AT_ONCE}
     * @return a list for each term, in the order of the terms
     */
    default List<List<LogEntry>> findLatest(List<String> terms, int atMost) {
        return terms.stream().map(term -> findLatest(term, Long.MAX_VALUE, atMost)).toList();
    }

    /**
     * Entries in the order in which they were appended.
     *
     * @param after  only entries with a greater number; 0 for all
     * @param atMost 1 to {@value #MOST_AT_ONCE}
     */
    List<LogEntry> read(long after, int atMost);

    /** The number of the first entry that did not happen before a time; empty if there is none. */
    Optional<Long> firstSince(Instant time);

    /** Replaces the terms and the body of an entry, to erase what must not be kept. Does nothing if it has expired. */
    void rewrite(long number, Set<String> terms, String body);

    /**
     * An entry to append.
     *
     * @param key   what it is about, such as {@code turn.key()}; 1 to 500 characters
     * @param at    when it happened
     * @param terms by what it is found, at most 16, each 1 to 200 characters
     * @param body  at most 64 KB
     */
    record Draft(String key, Instant at, Set<String> terms, String body) {}
}
