package dev.tertulia.aside;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.graph.ErrorCatalogue;

/**
 * Something that was put aside.
 *
 * @param group   empty where it belongs to none
 * @param since   when it was put aside
 * @param cause   why, in words
 * @param code    the error that WhatsApp told, if it was one
 * @param expires after this moment it is hardly worth sending
 * @param content as JSON, with the words that people wrote: for who asks for this very letter, and for no log
 */
public record Letter(LetterId id, String group, Instant since, String cause, @Nullable Integer code,
        @Nullable Instant expires, String content) {

    /** Why it was put aside. */
    public Kind kind() {
        return id.kind();
    }

    /** What the catalogue of errors says that the operator should do. */
    public Optional<String> advice() {
        return Optional.ofNullable(code).flatMap(ErrorCatalogue::find).map(ErrorCatalogue.Entry::advice);
    }

    /** Leaves the content out, so that a log line cannot give it away. */
    @Override
    public String toString() {
        return id + " in " + group + ": " + cause;
    }
}
