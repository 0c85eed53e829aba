package dev.tertulia.store.memory;

import java.time.Instant;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;

/** A part of a delivery that could not be read. */
record Unreadable(String raw, Instant at, String cause) {
    static DeadLetter letter(String key, Unreadable part) {
        return new DeadLetter(DeadLetterKind.QUARANTINED.id(key), "", part.at, part.cause, null, null, null,
                part.raw);
    }

    /** The size of its text, at one byte a character. */
    long bytes() {
        return raw.length();
    }

    static void goNowhere(Unreadable part, Instant now) {
        throw new UnsupportedOperationException("a payload is read again and then discarded");
    }
}
