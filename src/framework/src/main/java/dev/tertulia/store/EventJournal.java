package dev.tertulia.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The journal of one phone number in the store: the latest steps in the lives of its events, within
 * {@link JournalLimits}. The steps of the inbox and of the outbox write it as they happen.
 */
public interface EventJournal {

    /** Adds an entry outside of those steps. */
    void add(JournalEntry entry);

    /**
     * The entries before a place, the newest first. There may be a few more than asked for, because entries that were
     * written at once have one place.
     *
     * @param place of an entry that was read before; {@code null} for the newest
     */
    List<Placed> before(@Nullable String place, int atMost);

    /** An entry and its place, which only this journal understands. */
    record Placed(String place, JournalEntry entry) {}
}
