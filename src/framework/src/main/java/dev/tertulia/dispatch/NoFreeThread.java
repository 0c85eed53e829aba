package dev.tertulia.dispatch;

/**
 * Thrown if all threads of a handler, or of all handlers, are in use. The event is retried and the attempt does not
 * count.
 */
final class NoFreeThread extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoFreeThread(String handler) {
        super("no thread was free to call " + handler, null, false, false);
    }
}
