package dev.tertulia.server.settings;

/** Says in one sentence which setting keeps the program from starting, what is wrong with it, and what to write. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadSettings(String sentence) {
        super(sentence);
    }
}
