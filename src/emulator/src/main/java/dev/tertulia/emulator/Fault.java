package dev.tertulia.emulator;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

/** Failure of the next Graph API calls. */
public enum Fault {
    /** 130429 at once. */
    RATE_LIMIT(Effect.REFUSE, ApiError.THROUGHPUT),
    /** 131056 at once. */
    PAIR_LIMIT(Effect.REFUSE, ApiError.PAIR_LIMIT),
    /** 131208 at once; applies to operations on groups, not to messages. */
    GROUP_OPERATIONS_LIMIT(CallKind.OPERATIONS, Effect.REFUSE, ApiError.OPERATIONS),
    /** 131047 at once, as HTTP 400, even in an open window. */
    WINDOW_SHUT(Effect.REFUSE, ApiError.WINDOW_SHUT),
    /** 500 with 131000; nothing was sent. */
    SERVER_ERROR(Effect.REFUSE, ApiError.SOMETHING_WRONG),
    /** 500 with 131000, but the message was sent: its statuses follow. */
    SERVER_ERROR_ACCEPTED(Effect.HIDE, ApiError.SOMETHING_WRONG),
    /** No response; nothing was sent. */
    TIMEOUT(Effect.SILENCE, null),
    /** No response, but the message was sent: its statuses follow. */
    TIMEOUT_ACCEPTED(Effect.HIDE, null),
    /** 190 at once. */
    TOKEN_EXPIRED(Effect.REFUSE, ApiError.TOKEN_EXPIRED),
    /** Accepted, then a failed status with 130429. */
    LATE_FAILURE_130429(Effect.FAIL_LATER, ApiError.THROUGHPUT),
    /** Accepted, then a failed status with 131047, even in an open window. */
    LATE_WINDOW_SHUT(Effect.FAIL_LATER, ApiError.WINDOW_SHUT),
    /** 503 with code 2. */
    UNAVAILABLE(Effect.REFUSE, ApiError.SERVICE_UNAVAILABLE),
    /** 500 with 131057. */
    MAINTENANCE(Effect.REFUSE, ApiError.MAINTENANCE),
    /** Code 4 at once. */
    APP_LIMIT(Effect.REFUSE, ApiError.APP_LIMIT),
    /** 80007 at once. */
    ACCOUNT_LIMIT(Effect.REFUSE, ApiError.ACCOUNT_LIMIT),
    /** 132015 at once. */
    TEMPLATE_PAUSED(Effect.REFUSE, ApiError.TEMPLATE_PAUSED),
    /** 10 at once: the token lacks a permission. */
    PERMISSION(Effect.REFUSE, ApiError.NO_PERMISSION),
    /** 131215 at once; applies to operations on groups. */
    NOT_ELIGIBLE(CallKind.OPERATIONS, Effect.REFUSE, ApiError.NOT_ELIGIBLE),
    /** 131214 at once; applies to operations on groups. */
    GROUP_CREATION_DISABLED(CallKind.OPERATIONS, Effect.REFUSE, ApiError.CREATION_DISABLED),
    /** No response to an operation on a group, but it was carried out: its webhook follows. */
    OPERATION_TIMEOUT_ACCEPTED(CallKind.OPERATIONS, Effect.HIDE, null),
    /** No response to an operation on a group; nothing was done. */
    OPERATION_TIMEOUT(CallKind.OPERATIONS, Effect.SILENCE, null),
    /** An operation on a group is accepted, then its webhook reports error 131000. */
    OPERATION_FAILS_LATER(CallKind.OPERATIONS, Effect.FAIL_LATER, ApiError.SOMETHING_WRONG),
    /**
     * A change of several settings, or a removal of several people, is accepted, then its webhook reports with 131201 that
     * the first of them failed.
     */
    OPERATION_FAILS_PARTLY(CallKind.OPERATIONS, Effect.FAIL_LATER, ApiError.PARTLY),
    /** 200 with an HTML page, as from a proxy; nothing was sent. */
    UNREADABLE(CallKind.MESSAGES, false, due -> Response.page(200)),
    /** 200 with an HTML page, but the message was sent: its statuses follow. */
    UNREADABLE_ACCEPTED(CallKind.MESSAGES, true, due -> Response.page(200)),
    /** 200 with an empty object; nothing was sent. */
    EMPTY_OBJECT(CallKind.MESSAGES, false, due -> Response.ok(Json.object())),
    /** 200 with an empty object, but the message was sent. */
    EMPTY_OBJECT_ACCEPTED(CallKind.MESSAGES, true, due -> Response.ok(Json.object())),
    /** 200 without a body; nothing was sent. */
    NO_BODY(CallKind.MESSAGES, false, due -> Response.empty(200)),
    /** 200 without a body, but the message was sent. */
    NO_BODY_ACCEPTED(CallKind.MESSAGES, true, due -> Response.empty(200)),
    /** 130429 with HTTP 200; nothing was sent. */
    ERROR_WITH_200(CallKind.MESSAGES, false, due -> Response.ok(ApiError.THROUGHPUT.body("trace"))),
    /** 429 with an HTML page instead of an error. */
    TOO_MANY_REQUESTS(CallKind.MESSAGES, false, due -> Response.page(429)),
    /** 408 with an HTML page instead of an error. */
    REQUEST_TIMEOUT(CallKind.MESSAGES, false, due -> Response.page(408)),
    /** An unknown code that is marked as transient. */
    TRANSIENT(Effect.REFUSE, ApiError.TRANSIENT),
    /** 200 with an HTML page to an operation on a group; nothing was done. */
    OPERATION_UNREADABLE(CallKind.OPERATIONS, false, due -> Response.page(200)),
    /** 200 with an HTML page to an operation on a group, but it was carried out: its webhook follows. */
    OPERATION_UNREADABLE_ACCEPTED(CallKind.OPERATIONS, true, due -> Response.page(200)),
    /** 429 with a page to an operation on a group. */
    OPERATION_TOO_MANY_REQUESTS(CallKind.OPERATIONS, false, due -> Response.page(429)),
    /** 200 with an HTML page to a query, such as the list of groups. */
    QUESTION_UNREADABLE(CallKind.QUESTIONS, true, due -> Response.page(200)),
    /** 200 with an empty object to a query, such as the list of groups. */
    QUESTION_EMPTY_OBJECT(CallKind.QUESTIONS, true, due -> Response.ok(Json.object())),
    /** 200 with an HTML page instead of a file. */
    FILE_UNREADABLE(CallKind.FILES, true, due -> Response.page(200)),
    /** A file without its last byte. */
    FILE_SHORT(CallKind.FILES, true, Fault::shortened),
    /** A file whose last byte is changed. */
    FILE_SPOILT(CallKind.FILES, true, Fault::spoilt),
    /** 500 with an HTML page instead of a file. */
    FILE_SERVER_ERROR(CallKind.FILES, true, due -> Response.page(500)),
    /** 429 with an HTML page instead of a file. */
    FILE_TOO_MANY_REQUESTS(CallKind.FILES, true, due -> Response.page(429));

    private enum Effect {
        REFUSE,
        SILENCE,
        HIDE,
        FAIL_LATER,
        REPLACE,
        REPLACE_ACCEPTED
    }

    private final CallKind callKind;
    private final Effect effect;
    private final @Nullable ApiError error;
    private final UnaryOperator<Response> replacing;

    Fault(Effect effect, @Nullable ApiError error) {
        this(CallKind.MESSAGES, effect, error);
    }

    Fault(CallKind callKind, Effect effect, @Nullable ApiError error) {
        this.callKind = callKind;
        this.effect = effect;
        this.error = error;
        this.replacing = UnaryOperator.identity();
    }

    Fault(CallKind callKind, boolean accepts, UnaryOperator<Response> replacing) {
        this.callKind = callKind;
        this.effect = accepts ? Effect.REPLACE_ACCEPTED : Effect.REPLACE;
        this.error = null;
        this.replacing = replacing;
    }

    private static Response shortened(Response file) {
        return new Response(file.status(), file.contentType(),
                Arrays.copyOf(file.body(), Math.max(0, file.body().length - 1)));
    }

    private static Response spoilt(Response file) {
        byte[] bytes = file.body().clone();
        if (bytes.length > 0) {
            bytes[bytes.length - 1] ^= 1;
        }
        return new Response(file.status(), file.contentType(), bytes);
    }

    /** Returns the kind of calls that fail. */
    CallKind callKind() {
        return callKind;
    }

    /** Returns whether the call takes effect nevertheless. */
    boolean accepts() {
        return effect == Effect.HIDE || effect == Effect.FAIL_LATER || effect == Effect.REPLACE_ACCEPTED;
    }

    @Nullable
    ApiError late() {
        return effect == Effect.FAIL_LATER ? error : null;
    }

    /** Returns the response that replaces the regular one. */
    Response instead(Response due, Function<ApiError, Response> refused) {
        return switch (effect) {
            case FAIL_LATER -> due;
            case REPLACE, REPLACE_ACCEPTED -> replacing.apply(due);
            case REFUSE, SILENCE, HIDE -> error == null ? Response.never() : refused.apply(error);
        };
    }
}
