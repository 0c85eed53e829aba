package dev.tertulia.outbox;

import dev.tertulia.action.Action;

/** Applies the methods of bots that change or stop messages before they are sent. */
@FunctionalInterface
public interface OutgoingFilter {

    /** Leaves everything alone. */
    OutgoingFilter NONE = (group, action) -> new Filtered.Leave(action);

    /**
     * Decides about an action. Whatever is thrown counts as a failed attempt before anything was sent.
     *
     * @param group the conversation that it goes to
     */
    Filtered filter(String group, Action action);

    /** The result for an action. */
    sealed interface Filtered {

        /** This leaves. */
        record Leave(Action action) implements Filtered {}

        /** The message is not sent. */
        record Drop(String reason) implements Filtered {}
    }
}
