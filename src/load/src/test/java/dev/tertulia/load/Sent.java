package dev.tertulia.load;

import java.time.Instant;

/**
 * A message that WhatsApp was requested to send.
 *
 * @param id     the send id
 * @param status the HTTP status; 0 without a response
 * @param code   the error code; 0 for none
 */
record Sent(Instant at, String group, String id, String text, int status, int code) {

    private static final int TOO_MANY = 130429;

    /** Whether WhatsApp accepted the message. Faults without a response accept it too. */
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
