package dev.tertulia.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The dead letters of the business's only phone number, together with everything else that has left the normal flow:
 * held messages, unknown outcomes, blocked groups and quarantined payloads. With several numbers choose with
 * {@link #of}. Every command takes effect at once, also inside a turn.
 */
public interface DeadLetters {

    /**
     * The dead letters of a certain phone number id.
     *
     * @throws IllegalArgumentException if it is not a phone number of this business
     */
    DeadLetters of(String number);

    /** The phone number id. */
    String number();

    /** The number of letters of each kind. Every kind has an entry. */
    Map<DeadLetterKind, Long> counts();

    /**
     * A page of the letters of a kind, the newest first.
     *
     * @param after  the letter to continue behind, which may no longer exist; {@code null} for the first page
     * @param atMost the size of the page
     */
    List<DeadLetter> list(DeadLetterKind kind, @Nullable DeadLetterId after, int atMost);

    /** A letter; empty if it does not exist or no longer does. */
    Optional<DeadLetter> find(DeadLetterId id);

    /** Retries a letter: it returns to where it was taken out, and a quarantined payload is read again. */
    CommandResult retry(DeadLetterId id);

    /** Discards a letter; for a parked group everything that it has to send. */
    CommandResult discard(DeadLetterId id);
}
