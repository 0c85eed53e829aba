package dev.tertulia.fleet;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;
import dev.tertulia.stability.Experimental;

/**
 * A counter, and what a call does with it.
 *
 * @param name   1 to 200 characters; the same name is the same counter, for all bots of the number
 * @param within the length of the window, up to 400 days. Entries are kept for the longest length that was ever asked for
 * @param value  what the call adds to the counter, at most 200 characters; {@code null} to read only
 */
@Experimental
public record Counter(String name, Duration within, @Nullable String value) {

    private static final int LONGEST_TEXT = 200;
    private static final Duration LONGEST = Duration.ofDays(400);

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if a text or the window is empty or too long
     */
    public Counter {
        if (name.isEmpty() || name.length() > LONGEST_TEXT) {
            throw new InvalidArgument("the name of a counter has 1 to " + LONGEST_TEXT + " characters, not "
                    + name.length());
        }
        if (value != null && value.length() > LONGEST_TEXT) {
            throw new InvalidArgument("a value of the counter " + name + " has at most " + LONGEST_TEXT
                    + " characters, not " + value.length());
        }
        if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
            throw new InvalidArgument("the window of the counter " + name + " is longer than nothing and at most "
                    + LONGEST.toDays() + " days, not " + within);
        }
    }

    /** Adds an entry without a value. */
    public static Counter adding(String name, Duration within) {
        return new Counter(name, within, "");
    }

    /** Adds nothing. */
    public static Counter reading(String name, Duration within) {
        return new Counter(name, within, null);
    }
}
