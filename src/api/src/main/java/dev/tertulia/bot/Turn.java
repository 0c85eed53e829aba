package dev.tertulia.bot;

import java.time.Instant;

import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;

/**
 * One event being handled: all that a handler writes down takes effect together, once, when it returns. Any thread may
 * do so as long as the handler runs. After that each method that would change or read something throws an
 * {@link IllegalStateException}; use {@link Groups} there, or a timer.
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

    /** Asks for a new group. Its end comes to this conversation, and a {@code GroupCreated} to the group itself. */
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
