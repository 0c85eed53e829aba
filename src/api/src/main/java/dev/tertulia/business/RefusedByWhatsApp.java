package dev.tertulia.business;

/** WhatsApp answered a question with an error. The message says what it means and what to do. */
public final class RefusedByWhatsApp extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final int httpStatus;
    private final boolean repeatable;

    public RefusedByWhatsApp(int code, int httpStatus, boolean repeatable, String message) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
        this.repeatable = repeatable;
    }

    /** WhatsApp's code of the error; -1 when it gave none. */
    public int code() {
        return code;
    }

    /** The HTTP status it came with; says less than the code. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the same call may go well another time: WhatsApp is overloaded, or had too many calls just now. */
    public boolean repeatable() {
        return repeatable;
    }
}
