package dev.tertulia.message;

/** Thrown for a call that is not possible in the current state. The message says what to do instead. */
public final class InvalidState extends IllegalStateException implements Unrepeatable {

    private static final long serialVersionUID = 1;

    public InvalidState(String rule) {
        super(rule);
    }

    @Override
    public String rule() {
        return String.valueOf(getMessage());
    }
}
