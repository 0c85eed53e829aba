package dev.tertulia.dispatch;

import java.util.Objects;
import java.util.stream.Stream;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.journal.FailureText;
import dev.tertulia.message.Unrepeatable;

/** Thrown if a handler fails. The cause is its exception. */
final class HandlerFailed extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MOST_CAUSES = 16;

    private final String handler;

    HandlerFailed(String handler, Throwable cause) {
        super(handler + ": " + cause, cause);
        this.handler = handler;
    }

    String handler() {
        return handler;
    }

    /** Whether a repetition cannot succeed. */
    boolean isFinal() {
        return causes().anyMatch(cause -> cause instanceof Unrepeatable
                || cause instanceof RefusedByWhatsApp refused && !refused.repeatable());
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(getCause(), Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }

    /**
     * The handler, the exception and its place, without the message, which may contain text from people. A broken rule
     * is included.
     */
    String withoutWords() {
        String rule = causes().filter(Unrepeatable.class::isInstance).findFirst()
                .map(cause -> ": " + ((Unrepeatable) cause).rule()).orElse("");
        return handler + ": " + FailureText.withoutWords(getCause()) + rule;
    }

    /** Adds an exception that occurred while this failure was handled. */
    void also(Throwable another) {
        if (another != getCause()) {
            getCause().addSuppressed(another);
        }
    }
}
