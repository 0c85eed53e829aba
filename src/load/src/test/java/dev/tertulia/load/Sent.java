package dev.tertulia.load;

import java.time.Instant;

/**
 * A message that WhatsApp was asked to send.
 *
 * @param id     our own
 * @param status HTTP's, 0 when there was no answer
 * @param code   of the error, 0 for none
 */
record Sent(Instant at, String group, String id, String text, int status, int code) {

    private static final int TOO_MANY = 130429;

    /** Faults that leave a call without an answer are those that take the message on. */
    boolean taken() {
        return status == 200 || status == 0;
    }

    boolean tooMany() {
        return code == TOO_MANY;
    }

    boolean within(Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
