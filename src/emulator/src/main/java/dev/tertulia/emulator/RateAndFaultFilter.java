package dev.tertulia.emulator;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Response;

/** What stands in the way of a call: the limit of its lane, and the fault that was ordered for it. */
final class RateAndFaultFilter {
    private final AccountState state;

    RateAndFaultFilter(AccountState state) {
        this.state = state;
    }

    /**
     * Lets a call pass, or answers in its place.
     *
     * @param to the group or person that it is about, null for none
     * @param call takes the error with which the accepted call fails afterwards, null when it does not
     */
    Response pass(CallKind callKind, BusinessNumber number, @Nullable String to,
            Function<@Nullable ApiError, Response> call) {
        if (!number.take(callKind, state.now())) {
            throw new Refusal(callKind.error());
        }
        @Nullable
        Fault fault = state.faults().take(callKind, to);
        if (fault == null) {
            return call.apply(null);
        }
        Response due = fault.accepts() ? call.apply(fault.late()) : Response.never();
        return fault.instead(due, state::refused);
    }
}
