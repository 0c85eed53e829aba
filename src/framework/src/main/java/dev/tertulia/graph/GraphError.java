package dev.tertulia.graph;

import dev.tertulia.message.WireError;

/**
 * An error of the Graph API with its entry in the catalogue.
 *
 * @param httpStatus status of the answer; 0 for an error in a status webhook. It says little: 130429 has status 400
 * @param message Meta's words
 * @param isTransient whether Meta says that the same may go well a little later
 */
public record GraphError(int httpStatus, int code, String message, boolean isTransient) {

    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** An error that does not say whether it is transient. */
    public GraphError(int httpStatus, int code, String message) {
        this(httpStatus, code, message, false);
    }

    /** The error of a failed status. */
    public static GraphError of(WireError error) {
        return new GraphError(0, error.code(), error.details() == null ? error.title() : error.details());
    }

    /** The disposition of the code, unless the code is unknown or the answer shows that the error is not final. */
    public Disposition disposition() {
        Disposition documented = ErrorCatalogue.find(code).map(ErrorCatalogue.Entry::disposition)
                .orElse(Disposition.NEVER);
        return documented == Disposition.NEVER ? judged() : documented;
    }

    private Disposition judged() {
        if (httpStatus == TOO_MANY || isTransient && httpStatus < SERVER_ERROR) {
            return Disposition.SLOW_LANE;
        }
        boolean unknown = ErrorCatalogue.find(code).isEmpty();
        boolean mayPass = httpStatus >= SERVER_ERROR || httpStatus == TIMEOUT || httpStatus == TOO_EARLY;
        return mayPass && (unknown || isTransient) ? Disposition.RETRY_IF_SAFE : Disposition.NEVER;
    }

    /** Whether it reports only an exceeded rate, and nothing about the request itself. */
    public boolean tooMany() {
        return httpStatus == TOO_MANY && ErrorCatalogue.find(code).isEmpty();
    }

    /** Whether the same request may succeed later. */
    public boolean repeatable() {
        return switch (disposition()) {
            case NEVER, ALREADY_DONE, PARTLY_DONE -> false;
            default -> true;
        };
    }

    /** Code, meaning and advice in one sentence, for dead letters. Unknown codes have Meta's own words. */
    public String explain() {
        return ErrorCatalogue.find(code).map(e -> code + " " + e.title() + ": " + e.meaning() + " " + e.advice())
                .orElse(code + " (HTTP " + httpStatus + "): " + message);
    }

    /**
     * Code, meaning and advice for journal and log, without Meta's words, which may contain a phone number or text from
     * people.
     */
    public String withoutWords() {
        return ErrorCatalogue.find(code).isPresent() ? explain() : unknown(code);
    }

    /** The description of an unknown code. */
    public static String unknown(int code) {
        return code + ": not in the table of errors";
    }
}
