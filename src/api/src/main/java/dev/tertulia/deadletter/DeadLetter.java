package dev.tertulia.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A dead letter, or something else that has left the normal flow.
 *
 * @param group   the group it belongs to; empty if it belongs to none
 * @param since   when it left the normal flow
 * @param cause   the reason, as a sentence
 * @param code    the error code of the Graph API, if one was the reason
 * @param advice  what the operator should do about the code, if it is a documented one
 * @param expires the moment after which sending it is hardly worth it, if there is one
 * @param content the content as JSON, including what people wrote: to be shown on request, never to be logged
 */
public record DeadLetter(DeadLetterId id, String group, Instant since, String cause, @Nullable Integer code,
        @Nullable String advice, @Nullable Instant expires, String content) {

    /** The kind of letter. */
    public DeadLetterKind kind() {
        return id.kind();
    }

    /** Omits the content, so that a log line cannot reveal it. */
    @Override
    public String toString() {
        return id + " in " + group + ": " + cause;
    }
}
