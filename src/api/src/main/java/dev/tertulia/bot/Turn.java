package dev.tertulia.bot;

import java.time.Instant;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;

/**
 * The handling of one event. Everything that a handler records takes effect together, once, when it returns. Any thread
 * may use the turn while the handler runs. After that every method that would change or read something throws an
 * {@link IllegalStateException}; use {@link Groups} or a timer instead.
 */
public interface Turn {

    /** The event. */
    Event event();

    /** Where it happened. */
    Conversation conversation();

    /**
     * The group it happened in.
     *
     * @throws IllegalStateException if it happened in none
     */
    Group group();

    /** The time by the clock of the program. */
    Instant now();

    /** Requests a new group. The operation ends in this conversation, and the group itself gets a {@code GroupCreated}. */
    Operation create(NewGroup group);

    /** Hands the event on to the next handler of the same bot that fits; what this one returns is still sent. */
    void pass();

    /**
     * Ends the event for all bots: no handler is called for it any more, only {@link After} methods.
     *
     * @throws IllegalStateException outside of a {@link Before} method
     */
    void stop();
}
