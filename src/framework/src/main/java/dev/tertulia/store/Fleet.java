package dev.tertulia.store;

import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.InvalidArgument;

/** The data that bots store across all groups of a phone number. */
public record Fleet(Counters counters, Logs logs) {

    /**
     * Checks that something that belongs to one number is asked for by that number.
     *
     * @throws IllegalArgumentException if it is another
     */
    public static void check(String number, String wanted) {
        if (!number.equals(wanted)) {
            throw new InvalidArgument("", wanted, " is not this phone number, which is " + number);
        }
    }
}
