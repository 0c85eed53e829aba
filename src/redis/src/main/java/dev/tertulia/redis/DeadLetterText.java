package dev.tertulia.redis;

import java.time.Instant;

/** The JSON of a dead letter of an event, which scripts complete with the event as they find it. */
final class DeadLetterText {

    private DeadLetterText() {}

    /**
     * The start of a dead letter, behind which an event and a brace belong.
     *
     * @param reason why it is one, as a string of JSON
     */
    static String start(String reason, Instant at) {
        return "{\"at\":\"" + at + "\",\"reason\":" + reason + ",\"event\":";
    }
}
