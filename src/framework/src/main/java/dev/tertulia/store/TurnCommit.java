package dev.tertulia.store;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Departure;

/**
 * What a turn commits.
 *
 * @param departure the entry of the group to take in hand in the same step; {@code null} for none
 * @param note      what the journal says of the turn; {@code null} for nothing
 */
public record TurnCommit(Effects effects, @Nullable Departure departure, @Nullable JournalEntry note) {

    /** The commit of a turn that changes nothing. */
    public static final TurnCommit NOTHING = new TurnCommit(Effects.NONE, null, null);
}
