package dev.tertulia.webhook;

import java.util.List;

import dev.tertulia.message.Event;

/**
 * Assigns events of private chats to the conversation of their person, independent of the present phone number or user
 * id.
 */
@FunctionalInterface
public interface PrivateChats {

    /** Leaves all events as they are. */
    PrivateChats AS_TOLD = events -> events;

    /** The same events, in the same order, with what moves to the chat of a person before them. */
    List<Event> placed(List<Event> events);
}
