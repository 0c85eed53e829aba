package dev.tertulia.emulator;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Where calls find the group that they name, and queue if they change it. */
final class GroupDesk {
    private final World world;
    private final Gate gate;

    GroupDesk(World world, Gate gate) {
        this.world = world;
        this.gate = gate;
    }

    /** The group that a call names; a new one is not known before its webhook is out. */
    ChatGroup named(Visit visit) {
        @Nullable
        ChatGroup group = world.groups().get(visit.place("group"));
        if (group == null || !group.announced()) {
            throw new Refusal(GraphError.UNKNOWN_GROUP);
        }
        return group;
    }

    /** A change whose outcome is told by webhook, perhaps the error given to the step. */
    Response operate(Visit visit, BiFunction<ChatGroup, @Nullable GraphError, Response> step) {
        ChatGroup group = named(visit);
        return gate.pass(Lane.OPERATIONS, group.number(), group.id(), late -> step.apply(group, late));
    }

    /** The same for what a suspended group does not allow. */
    Response change(Visit visit, BiFunction<ChatGroup, @Nullable GraphError, Response> step) {
        return operate(visit, (group, late) -> {
            if (group.suspended()) {
                throw new Refusal(GraphError.SUSPENDED);
            }
            return step.apply(group, late);
        });
    }

    /** A change whose outcome is the answer. */
    Response changeAtOnce(Visit visit, Function<ChatGroup, Response> step) {
        return change(visit, (group, late) -> {
            if (late != null) {
                throw new Refusal(late);
            }
            return step.apply(group);
        });
    }
}
