package dev.tertulia.graph;

import dev.tertulia.message.WireError;

/**
 * An error of the Graph API together with what we know of it.
 *
 * @param httpStatus of the answer; 0 when it came in a status webhook. Says little: 130429 comes with 400
 * @param message    Meta's words
 */
public record GraphError(int httpStatus, int code, String message) {

    /** The error of a failed status. */
    public static GraphError of(WireError error) {
        return new GraphError(0, error.code(), error.details() == null ? error.title() : error.details());
    }

    /** What it means for us. */
    public Disposition disposition() {
        return ErrorCatalogue.find(code).map(ErrorCatalogue.Entry::disposition)
                .orElse(httpStatus >= 500 ? Disposition.RETRY_IF_SAFE : Disposition.NEVER);
    }

    /** Code, meaning and advice in one sentence, for journal and dead letters. */
    public String explain() {
        return ErrorCatalogue.find(code).map(e -> code + " " + e.title() + ": " + e.meaning() + " " + e.advice())
                .orElse(code + " (HTTP " + httpStatus + "): " + message);
    }
}
