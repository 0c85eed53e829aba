package dev.tertulia.business;

/** Thrown when WhatsApp answers a call with an error. The message says what it means and what to do. */
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

    /** WhatsApp's error code; -1 if there is none. */
    public int code() {
        return code;
    }

    /** The HTTP status of the answer, which says less than the code. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the same call may succeed later, because WhatsApp is overloaded or received too many calls. */
    public boolean repeatable() {
        return repeatable;
    }
}
