package dev.tertulia.store;

import java.time.Duration;

/**
 * The bounds of a number's journal, whichever is reached first. A store may keep a little more, since it forgets many
 * entries at a time.
 *
 * @param entries the number of entries, each of about 200 bytes; 0 for no journal
 * @param kept    how long entries are kept; zero for no journal
 */
public record JournalLimits(int entries, Duration kept) {

    /** The bounds unless configured. */
    public static final JournalLimits USUAL = new JournalLimits(50_000, Duration.ofDays(7));

    /** Whether there is a journal. */
    public boolean isKept() {
        return entries > 0 && kept.isPositive();
    }
}
