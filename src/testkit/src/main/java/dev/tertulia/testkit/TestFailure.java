package dev.tertulia.testkit;

import org.jspecify.annotations.Nullable;

/**
 * Something that failed for good while a test ran.
 *
 * @param kind   what it was
 * @param name   the handler that failed, or the id of the message, operation or delivery
 * @param reason why, in words
 * @param cause  what a handler threw; {@code null} where nothing was thrown
 */
public record TestFailure(Kind kind, String name, String reason, @Nullable Throwable cause) {

    /** What can fail. */
    public enum Kind {
        /** A handler, at its last attempt. */
        HANDLER,
        /** A message that WhatsApp refused for good. */
        MESSAGE,
        /** An operation on a group that failed, and that no handler was told of. */
        OPERATION,
        /** A delivery that could not be read. */
        DELIVERY
    }

    /** All of it in a sentence or two. */
    String sentence() {
        return switch (kind) {
            case HANDLER -> name + " failed: " + cause;
            case MESSAGE -> "a message was not sent: " + reason;
            case OPERATION -> "an operation failed, and no handler takes its end: " + reason;
            case DELIVERY -> "a delivery could not be read: " + reason;
        };
    }

    /** How a test says that it expects this. */
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
