package dev.tertulia.dispatch;

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
}
