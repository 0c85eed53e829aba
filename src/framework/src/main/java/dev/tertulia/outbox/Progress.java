package dev.tertulia.outbox;

import java.time.Instant;
import java.util.Optional;

/** The state of an outbox entry between its attempts. It is stored with the entry, under a name of the store's own. */
public sealed interface Progress {

    /** The progress of an entry that was not tried yet. */
    Progress NONE = new Ready(0);

    /** How often the entry was tried. Attempts that met a limit of the number do not count. */
    int attempts();

    /** When the entry may be tried; empty for at once. */
    default Optional<Instant> notBefore() {
        return Optional.empty();
    }

    /** The entry may be tried at once. */
    record Ready(int attempts) implements Progress {}

    /** The entry waits after a failed attempt. */
    record Delayed(int attempts, Instant until) implements Progress {
        @Override
        public Optional<Instant> notBefore() {
            return Optional.of(until);
        }
    }

    /** It is unknown whether the last attempt reached WhatsApp. */
    sealed interface Unknown extends Progress {

        /** Since when it is unknown. */
        Instant unknownSince();

        /** Why the entry waits, for people. */
        String explain();
    }

    /** The outcome is unknown, and a status may still resolve it. */
    record AwaitingStatus(int attempts, Instant unknownSince, Instant until) implements Unknown {
        @Override
        public Optional<Instant> notBefore() {
            return Optional.of(until);
        }

        @Override
        public String explain() {
            return "it is unknown whether it was sent: it waits for a status until " + until;
        }
    }

    /** The outcome is unknown, and an operator has asked to send the entry again at once. */
    record Repeated(int attempts, Instant unknownSince) implements Unknown {
        @Override
        public String explain() {
            return "it is unknown whether it was sent: it is sent again, as an operator decided";
        }
    }

    /** After one more attempt, and a pause until this moment. */
    default Progress delayed(Instant until) {
        return new Delayed(attempts() + 1, until);
    }

    /** After one more attempt that changed nothing else: an unknown outcome stays unknown. */
    default Progress failed() {
        return switch (this) {
            case Ready ready -> new Ready(ready.attempts() + 1);
            case Delayed delayed -> new Delayed(delayed.attempts() + 1, delayed.until());
            case AwaitingStatus waiting ->
                new AwaitingStatus(waiting.attempts() + 1, waiting.unknownSince(), waiting.until());
            case Repeated repeated -> new Repeated(repeated.attempts() + 1, repeated.unknownSince());
        };
    }

    /** After one more attempt with an unknown outcome. */
    default Progress unknown(Instant since, Instant until) {
        return new AwaitingStatus(attempts() + 1, since, until);
    }

    /** With a known outcome, ready at once. */
    default Progress known() {
        return new Ready(attempts());
    }

    /** Ready at once, as an operator decided. An unknown outcome stays unknown, so that a late status still counts. */
    default Progress repeated() {
        return this instanceof Unknown unknown ? new Repeated(attempts(), unknown.unknownSince()) : known();
    }

    /** Not tried yet. An unknown outcome stays unknown. */
    default Progress anew() {
        return this instanceof Unknown unknown ? new Repeated(0, unknown.unknownSince()) : NONE;
    }
}
