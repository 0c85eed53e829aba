package dev.tertulia.fleet;

import java.time.Instant;
import java.util.List;

import dev.tertulia.stability.Experimental;

/**
 * Counters over sliding windows, across all groups of the business's only phone number; with several numbers choose with
 * {@link #of}. They are exact over all replicas. Every call is one atomic step of the store and takes effect at once, also
 * inside a turn. A turn that is repeated counts once, because what is counted has a key.
 */
@Experimental
public interface Counters {

    /** The maximum number of counters in one call. */
    int MOST_AT_ONCE = 64;

    /** The maximum number of entries in a counter; the oldest ones give way. */
    int MOST_ENTRIES = 10_000;

    /**
     * The counters of a certain phone number id.
     *
     * @throws IllegalArgumentException if it is not a phone number of this business
     */
    Counters of(String number);

    /**
     * Adds an entry to some counters, and reads these and others. A counter that has an entry with this key already is not
     * changed.
     *
     * @param key what is counted, such as {@code turn.key()}
     * @param at  the end of each window; entries after it are not counted
     * @param counters at most {@value #MOST_AT_ONCE}
     * @return the result of each, in the same order
     */
    List<Count> count(String key, Instant at, List<Counter> counters);

    /** Removes the entries of a counter. */
    void clear(String name);
}
