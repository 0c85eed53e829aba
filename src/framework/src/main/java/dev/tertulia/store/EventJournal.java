package dev.tertulia.store;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The journal of one phone number in the store: the latest steps in the lives of its events, within
 * {@link Limits}. The steps of the inbox and of the outbox write it as they happen.
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

    /**
     * The bounds of a number's journal, whichever is reached first. A store may keep a little more, since it forgets many
     * entries at a time.
     *
     * @param entries the number of entries, each of about 200 bytes; 0 for no journal
     * @param kept    how long entries are kept; zero for no journal
     */
    record Limits(int entries, Duration kept) {

        /** The bounds unless configured. */
        public static final Limits USUAL = new Limits(50_000, Duration.ofDays(7));

        /** Whether there is a journal. */
        public boolean isKept() {
            return entries > 0 && kept.isPositive();
        }
    }
}
