package dev.tertulia.action;

import java.time.Instant;
import java.util.Optional;

import dev.tertulia.message.Operation;
import dev.tertulia.throttle.LaneKind;

/**
 * A request to the Graph API about one conversation. Constructors reject values that no answer of WhatsApp could accept.
 * An action is stored under a name of the store's own.
 */
public sealed interface Action permits Message, GroupOperation {

    /** The rate limit that the action counts against. */
    LaneKind lane();

    /** Whether executing it twice has the same effect as executing it once. */
    default boolean repeatable() {
        return false;
    }

    /**
     * The operation that the action requests, for actions whose outcome is tracked.
     *
     * @param conversation the conversation that asks
     * @param asked        when it is asked
     */
    default Optional<Operation.Request> operation(String conversation, Instant asked) {
        return Optional.empty();
    }
}
