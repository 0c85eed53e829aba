package dev.tertulia.bot;

import java.time.Instant;

import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
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

    /**
     * A group by its id, to act on within this turn: what is recorded takes effect when the turn commits, once, and each
     * message is decided by that group's own window.
     */
    Group group(String id);

    /** The one-to-one chat with a person, to act on within this turn, decided by the person's own window. */
    Person person(Member member);

    /**
     * The identity of the event: the same whenever the turn is repeated, so a call of your own that carries it can be
     * recognized as a repetition.
     */
    default String key() {
        return event().origin().key();
    }

    /** How often this event is tried, this time included: 1 unless an attempt before has failed. */
    int attempt();

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
