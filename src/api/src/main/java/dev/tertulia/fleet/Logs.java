package dev.tertulia.fleet;

import java.time.Duration;

import dev.tertulia.stability.Experimental;

/**
 * Append-only logs of bots across all groups of the business's only phone number; with several numbers choose with
 * {@link #of}.
 */
@Experimental
public interface Logs {

    /**
     * The logs of a certain phone number id.
     *
     * @throws IllegalArgumentException if it is not a phone number of this business
     */
    Logs of(String number);

    /**
     * A log. It is created by its first entry.
     *
     * @param name 1 to 64 letters, digits, hyphens and underscores; the same name is the same log, for all bots
     * @param keep how long an entry is kept, from its time, up to 10 years
     * @throws IllegalArgumentException if the name or the duration is not of that form
     */
    Log log(String name, Duration keep);
}
