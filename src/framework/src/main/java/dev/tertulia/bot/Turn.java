package dev.tertulia.bot;

import java.time.Instant;

import dev.tertulia.message.Event;

/** One event being handled: all that a handler writes down takes effect together, once, when it returns. */
public interface Turn {

    /** The event. */
    Event event();

    /** The group it happened in. */
    Group group();

    /** The time by the clock of the program. */
    Instant now();

    /** Hands the event on to the next handler that fits; what this one returns is still sent. */
    void pass();
}
