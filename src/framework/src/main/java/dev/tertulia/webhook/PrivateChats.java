package dev.tertulia.webhook;

import java.util.List;

import dev.tertulia.message.Event;

/** Puts the events of one-to-one chats into the conversation of their person, whatever the person is known by today. */
@FunctionalInterface
public interface PrivateChats {

    /** Leaves all events as they are. */
    PrivateChats AS_TOLD = events -> events;

    /** The same events, in the same order. */
    List<Event> placed(List<Event> events);
}
