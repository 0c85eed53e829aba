package dev.tertulia.message;

/** Thrown for a request that can never be fulfilled. The message says what to write instead. */
public final class InvalidArgument extends IllegalArgumentException implements Unrepeatable {

    private static final long serialVersionUID = 1;

    private final String rule;

    /** One whose message names no value. */
    public InvalidArgument(String rule) {
        super(rule);
        this.rule = rule;
    }

    /**
     * One about a value that people may have written: the log leaves it out.
     *
     * @param before what the message says before the value
     * @param after  what it says after it
     */
    public InvalidArgument(String before, String value, String after) {
        super(before + value + after);
        this.rule = before + "…" + after;
    }

    /** One that something else found out. */
    public InvalidArgument(String rule, Throwable cause) {
        super(rule, cause);
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }
}
