package dev.tertulia.message;

/** Says that something cannot be done as the program stands, and what to set or write before it starts again. */
public final class NotSetUp extends IllegalStateException implements Unrepeatable {

    private static final long serialVersionUID = 1;

    public NotSetUp(String rule) {
        super(rule);
    }

    @Override
    public String rule() {
        return String.valueOf(getMessage());
    }
}
