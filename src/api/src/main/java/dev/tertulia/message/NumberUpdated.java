package dev.tertulia.message;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * WhatsApp changed how much a phone number of the account may send, or the number's quality. It is reported once for each
 * of the account's phone numbers; {@code origin().displayNumber()} says which one is meant.
 *
 * @param change in WhatsApp's words, such as {@code FLAGGED}, {@code DOWNGRADE} or {@code THROUGHPUT_UPGRADE}
 * @param limit  how many people may be written to in a day, in WhatsApp's words
 */
public record NumberUpdated(Origin origin, String change, @Nullable String limit) implements Event {

    private static final Set<String> BAD = Set.of("FLAGGED", "DOWNGRADE");

    /** Whether an operator should look at it. */
    public boolean alarming() {
        return BAD.contains(change);
    }

    /** The same update for another number of the account. */
    public NumberUpdated with(Origin other) {
        return new NumberUpdated(other, change, limit);
    }
}
