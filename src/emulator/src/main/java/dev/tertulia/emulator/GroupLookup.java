package dev.tertulia.emulator;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Where calls find the group that they name, and queue if they change it. */
final class GroupLookup {
    private final AccountState state;
    private final RateAndFaultFilter filter;

    GroupLookup(AccountState state, RateAndFaultFilter filter) {
        this.state = state;
        this.filter = filter;
    }

    /** The group that a call names; a new one is not known before its webhook is out. */
    ChatGroup named(RoutedRequest routed) {
        @Nullable
        ChatGroup group = state.groups().get(routed.pathValue("group"));
        if (group == null || !group.announced()) {
            throw new Refusal(ApiError.UNKNOWN_GROUP);
        }
        return group;
    }

    /** A change whose outcome is told by webhook, perhaps the error given to the step. */
    Response operate(RoutedRequest routed, BiFunction<ChatGroup, @Nullable ApiError, Response> step) {
        ChatGroup group = named(routed);
        return filter.pass(CallKind.OPERATIONS, group.number(), group.id(), late -> step.apply(group, late));
    }

    /** The same for what a suspended group does not allow. */
    Response change(RoutedRequest routed, BiFunction<ChatGroup, @Nullable ApiError, Response> step) {
        return operate(routed, (group, late) -> {
            if (group.suspended()) {
                throw new Refusal(ApiError.SUSPENDED);
            }
            return step.apply(group, late);
        });
    }

    /** A change whose outcome is the answer. */
    Response changeAtOnce(RoutedRequest routed, Function<ChatGroup, Response> step) {
        return change(routed, (group, late) -> {
            if (late != null) {
                throw new Refusal(late);
            }
            return step.apply(group);
        });
    }
}
