package dev.tertulia.emulator;

import org.jspecify.annotations.Nullable;

/** A way for the next calls to go wrong. */
public enum Fault {
    /** 130429 at once. */
    RATE_LIMIT(Effect.REFUSE, GraphError.THROUGHPUT),
    /** 131056 at once. */
    PAIR_LIMIT(Effect.REFUSE, GraphError.PAIR_LIMIT),
    /** 131208 at once; hits operations on groups, never messages. */
    GROUP_OPERATIONS_LIMIT(Effect.REFUSE, GraphError.OPERATIONS),
    /** 131047 at once, as HTTP 400, even in an open window. */
    WINDOW_SHUT(Effect.REFUSE, GraphError.WINDOW_SHUT),
    /** 500 with 131000; nothing was sent. */
    SERVER_ERROR(Effect.REFUSE, GraphError.SOMETHING_WRONG),
    /** 500 with 131000, and yet the message was sent: its statuses follow. */
    SERVER_ERROR_ACCEPTED(Effect.HIDE, GraphError.SOMETHING_WRONG),
    /** No answer; nothing was sent. */
    TIMEOUT(Effect.SILENCE, null),
    /** No answer, and yet the message was sent: its statuses follow. */
    TIMEOUT_ACCEPTED(Effect.HIDE, null),
    /** 190 at once. */
    TOKEN_EXPIRED(Effect.REFUSE, GraphError.TOKEN_EXPIRED),
    /** Accepted, then a failed status with 130429. */
    LATE_FAILURE_130429(Effect.FAIL_LATER, GraphError.THROUGHPUT),
    /** Accepted, then a failed status with 131047, even in an open window. */
    LATE_WINDOW_SHUT(Effect.FAIL_LATER, GraphError.WINDOW_SHUT),
    /** 503 with code 2. */
    UNAVAILABLE(Effect.REFUSE, GraphError.SERVICE_UNAVAILABLE),
    /** 500 with 131057. */
    MAINTENANCE(Effect.REFUSE, GraphError.MAINTENANCE),
    /** Code 4 at once. */
    APP_LIMIT(Effect.REFUSE, GraphError.APP_LIMIT),
    /** 80007 at once. */
    ACCOUNT_LIMIT(Effect.REFUSE, GraphError.ACCOUNT_LIMIT),
    /** 132015 at once. */
    TEMPLATE_PAUSED(Effect.REFUSE, GraphError.TEMPLATE_PAUSED);

    private enum Effect {
        REFUSE,
        SILENCE,
        HIDE,
        FAIL_LATER
    }

    private final Effect effect;
    private final @Nullable GraphError error;

    Fault(Effect effect, @Nullable GraphError error) {
        this.effect = effect;
        this.error = error;
    }

    boolean hitsGroupOperations() {
        return this == GROUP_OPERATIONS_LIMIT;
    }

    /** Whether the message goes out all the same. */
    boolean accepts() {
        return effect == Effect.HIDE || effect == Effect.FAIL_LATER;
    }

    @Nullable
    GraphError late() {
        return effect == Effect.FAIL_LATER ? error : null;
    }

    /** What the caller gets instead of the answer that was due. */
    Response instead(Response due, String trace) {
        if (effect == Effect.FAIL_LATER) {
            return due;
        }
        return error == null ? Response.never() : Response.json(error.http(), error.body(trace));
    }
}
