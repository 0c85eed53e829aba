package dev.tertulia.moderation.bot;

import dev.tertulia.moderation.rules.Policy;

/** Decides whether policies may send messages to a group. */
@FunctionalInterface
interface Allowance {

    /** Allows everything. */
    Allowance ALL = (policy, messages) -> true;

    /** Whether a policy may send so many messages for an event. If it may, they are booked. */
    boolean allows(Policy policy, int messages);
}
