package dev.tertulia.emulator;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What stands in the way of a call: the limit of its lane, and the fault that was ordered for it. */
final class Gate {
    private final World world;

    Gate(World world) {
        this.world = world;
    }

    /**
     * Lets a call pass, or answers in its place.
     *
     * @param to the group or person that it is about, null for none
     * @param call takes the error with which the accepted call fails afterwards, null when it does not
     */
    Response pass(Lane lane, BusinessNumber number, @Nullable String to,
            Function<@Nullable GraphError, Response> call) {
        if (!number.take(lane, world.now())) {
            throw new Refusal(lane.error());
        }
        @Nullable
        Fault fault = world.faults().take(lane, to);
        if (fault == null) {
            return call.apply(null);
        }
        Response due = fault.accepts() ? call.apply(fault.late()) : Response.never();
        return fault.instead(due, world::refused);
    }
}
