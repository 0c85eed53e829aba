package dev.tertulia.emulator;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Finds the group of a Graph API call, and applies limits and faults to calls that change it. */
final class GroupLookup {
    private final EmulatorState state;
    private final RateAndFaultFilter filter;

    GroupLookup(EmulatorState state, RateAndFaultFilter filter) {
        this.state = state;
        this.filter = filter;
    }

    /** Returns the group that a call names. A new group is unknown until its webhook is sent. */
    ChatGroup named(RoutedRequest routed) {
        @Nullable
        ChatGroup group = state.groups().get(routed.pathValue("group"));
        if (group == null || !group.announced()) {
            throw new Refusal(ApiError.UNKNOWN_GROUP);
        }
        return group;
    }

    /** Runs an operation whose outcome is reported by webhook. The step gets the error to report, or null. */
    Response operate(RoutedRequest routed, BiFunction<ChatGroup, @Nullable ApiError, Response> step) {
        ChatGroup group = named(routed);
        return filter.pass(CallKind.OPERATIONS, group.number(), group.id(), late -> step.apply(group, late));
    }

    /** Runs an operation that a suspended group does not allow. Otherwise like {@link #operate}. */
    Response change(RoutedRequest routed, BiFunction<ChatGroup, @Nullable ApiError, Response> step) {
        return operate(routed, (group, late) -> {
            if (group.suspended()) {
                throw new Refusal(ApiError.SUSPENDED);
            }
            return step.apply(group, late);
        });
    }

    /** Runs an operation whose outcome is in the response. */
    Response changeAtOnce(RoutedRequest routed, Function<ChatGroup, Response> step) {
        return change(routed, (group, late) -> {
            if (late != null) {
                throw new Refusal(late);
            }
            return step.apply(group);
        });
    }
}
