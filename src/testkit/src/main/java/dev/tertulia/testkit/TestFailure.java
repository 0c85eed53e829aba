package dev.tertulia.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A permanent failure during a test.
 *
 * @param kind   the kind of failure
 * @param name   the handler that failed, or the id of the message, operation or delivery
 * @param reason the reason, as text
 * @param cause  the exception of a handler; {@code null} for other failures
 */
public record TestFailure(Kind kind, String name, String reason, @Nullable Throwable cause) {

    /** The kind of a failure. */
    public enum Kind {
        /** A handler, at its last attempt. */
        HANDLER,
        /** A message that WhatsApp permanently refused. */
        MESSAGE,
        /** An operation on a group that failed and whose end no handler takes. */
        OPERATION,
        /** A delivery that could not be read. */
        DELIVERY
    }

    /** The failure in one or two sentences. */
    String sentence() {
        return switch (kind) {
            case HANDLER -> name + " failed: " + cause;
            case MESSAGE -> "a message was not sent: " + reason;
            case OPERATION -> "an operation failed, and no handler takes its end: " + reason;
            case DELIVERY -> "a delivery could not be read: " + reason;
        };
    }

    /** The call with which a test expects this failure. */
    String expectation() {
        return switch (kind) {
            case HANDLER -> "bots.failedWith(" + (cause == null ? "…" : cause.getClass().getSimpleName() + ".class")
                    + ")";
            case MESSAGE -> "bots.failedToSend(\"some words of the reason\")";
            case OPERATION -> "bots.failedToDo(\"some words of the reason\")";
            case DELIVERY -> "bots.failedToRead(\"some words of the reason\")";
        };
    }
}
