package dev.tertulia.dispatch;

import dev.tertulia.journal.FailureText;

/** Says which handler failed; the cause says why. */
final class HandlerFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final String handler;

    HandlerFailed(String handler, Throwable cause) {
        super(handler + ": " + cause, cause);
        this.handler = handler;
    }

    String handler() {
        return handler;
    }

    /** Which handler failed, by what and where: all but the exception's message, which may hold what people wrote. */
    String withoutWords() {
        String place = FailureText.place(getCause());
        return handler + ": " + getCause().getClass().getName() + (place.isEmpty() ? "" : " at " + place);
    }

    /** Keeps what failed as well while this failure was told to somebody. */
    void also(Throwable another) {
        if (another != getCause()) {
            getCause().addSuppressed(another);
        }
    }
}
