package dev.tertulia.outbox;

import dev.tertulia.action.Action;

/** What authors want of a message that is about to leave. */
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

    /** What becomes of an action. */
    sealed interface Filtered {

        /** This leaves. */
        record Leave(Action action) implements Filtered {}

        /** Nothing leaves. */
        record Drop(String reason) implements Filtered {}
    }
}
