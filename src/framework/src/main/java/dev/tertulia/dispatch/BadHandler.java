package dev.tertulia.dispatch;

/** Says which handler is written wrong and what to write instead. The program does not start with one. */
public final class BadHandler extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadHandler(String message) {
        super(message);
    }
}
