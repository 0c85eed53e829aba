package dev.tertulia.dispatch;

import java.util.stream.Stream;

/** Says which handler failed; the cause says why. */
final class HandlerFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final String handler;

    HandlerFailed(String handler, Exception cause) {
        super(handler + ": " + cause, cause);
        this.handler = handler;
    }

    String handler() {
        return handler;
    }

    /** Which handler failed, by what and where: all but the exception's message, which may hold what people wrote. */
    String withoutWords() {
        Throwable cause = getCause();
        return handler + ": " + cause.getClass().getName() + Stream.of(cause.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.")).findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber()).orElse("");
    }
}
