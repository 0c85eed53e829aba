package dev.tertulia.dispatch;

import java.util.Objects;
import java.util.stream.Stream;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.journal.FailureText;
import dev.tertulia.message.Unrepeatable;

/** Says which handler failed; the cause says why. */
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

    /** Whether trying again cannot help. */
    boolean isFinal() {
        return causes().anyMatch(cause -> cause instanceof Unrepeatable
                || cause instanceof RefusedByWhatsApp refused && !refused.repeatable());
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(getCause(), Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }

    /**
     * Which handler failed, by what and where: all but the exception's message, which may
     * hold what people wrote. Where a rule was broken, that is told.
     */
    String withoutWords() {
        String rule = causes().filter(Unrepeatable.class::isInstance).findFirst()
                .map(cause -> ": " + ((Unrepeatable) cause).rule()).orElse("");
        return handler + ": " + FailureText.withoutWords(getCause()) + rule;
    }

    /** Keeps what failed as well while this failure was told to somebody. */
    void also(Throwable another) {
        if (another != getCause()) {
            getCause().addSuppressed(another);
        }
    }
}
