package dev.tertulia.dispatch;

/** Says that all threads of a handler, or of all handlers, are taken: the event is nobody's fault, and comes again. */
final class NoFreeThread extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoFreeThread(String handler) {
        super("no thread was free to call " + handler, null, false, false);
    }
}
