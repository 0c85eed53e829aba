package dev.tertulia.business;

/** WhatsApp answered a question with an error. The message says what it means and what to do. */
public final class RefusedByWhatsApp extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final int httpStatus;

    public RefusedByWhatsApp(int code, int httpStatus, String message) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** WhatsApp's code of the error; -1 when it gave none. */
    public int code() {
        return code;
    }

    /** The HTTP status it came with; says less than the code. */
    public int httpStatus() {
        return httpStatus;
    }
}
