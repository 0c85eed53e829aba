package dev.tertulia.message;

/** Says that something cannot be done as things stand, and what to set or write instead. */
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
