package dev.tertulia.graph;

import dev.tertulia.message.WireError;

/**
 * An error of the Graph API together with what we know of it.
 *
 * @param httpStatus of the answer; 0 when it came in a status webhook. Says little: 130429 comes with 400
 * @param message    Meta's words
 * @param isTransient whether Meta says that the same may go well a little later
 */
public record GraphError(int httpStatus, int code, String message, boolean isTransient) {

    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** One that does not say whether it passes. */
    public GraphError(int httpStatus, int code, String message) {
        this(httpStatus, code, message, false);
    }

    /** The error of a failed status. */
    public static GraphError of(WireError error) {
        return new GraphError(0, error.code(), error.details() == null ? error.title() : error.details());
    }

    /** What it means for us: what its code says, unless it says nothing or something final against better evidence. */
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

    /** Whether it says only "too many", and nothing of the request itself. */
    public boolean tooMany() {
        return httpStatus == TOO_MANY && ErrorCatalogue.find(code).isEmpty();
    }

    /** Whether the same request may go well another time. */
    public boolean repeatable() {
        return switch (disposition()) {
            case NEVER, ALREADY_DONE, PARTLY_DONE -> false;
            default -> true;
        };
    }

    /** Code, meaning and advice in one sentence, for dead letters. What we do not know is told in Meta's words. */
    public String explain() {
        return ErrorCatalogue.find(code).map(e -> code + " " + e.title() + ": " + e.meaning() + " " + e.advice())
                .orElse(code + " (HTTP " + httpStatus + "): " + message);
    }

    /** The same for journal and log, without Meta's words: they may hold a phone number, or what somebody wrote. */
    public String withoutWords() {
        return ErrorCatalogue.find(code).isPresent() ? explain() : unknown(code);
    }

    /** What is said of a code that is in no table of ours. */
    public static String unknown(int code) {
        return code + ": not in the table of errors";
    }
}
