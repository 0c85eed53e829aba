package dev.tertulia.emulator;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Response;

/** Filter of Graph API calls: applies rate limits and queued faults. */
final class RateAndFaultFilter {
    private final EmulatorState state;

    RateAndFaultFilter(EmulatorState state) {
        this.state = state;
    }

    /**
     * Runs a call, or returns another response in its place.
     *
     * @param to the group or person that the call is about, null for none
     * @param call takes the error with which the accepted call fails later, null if it does not
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
