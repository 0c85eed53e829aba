package dev.tertulia.number;

import java.time.Instant;
import java.time.InstantSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.message.InvalidArgument;

/**
 * The shared parts of one phone number's line.
 *
 * @param number the phone number id
 * @param json reads and writes what is stored; ignores unknown properties, since stored state outlives the code that
 *        wrote it
 */
public record NumberContext(String number, InstantSource clock, NumberJournal journal, ObjectMapper json) {

    /**
     * Checks that an id is that of this phone number.
     *
     * @throws IllegalArgumentException if it is another one
     */
    public void requireSame(String id) {
        if (!id.equals(number)) {
            throw new InvalidArgument("'", id, "' is not the phone number id " + number);
        }
    }

    /** The current time of the line. */
    public Instant now() {
        return clock.instant();
    }
}
