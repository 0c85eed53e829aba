package dev.tertulia.webhook;

import java.util.List;

import dev.tertulia.message.Event;

/**
 * What a delivery holds.
 *
 * @param unreadable parts that make no sense, each with the reason; their neighbours are among the events
 */
record Payload(List<Event> events, List<Unreadable> unreadable) {

    /** A part of a delivery that could not be read. */
    record Unreadable(String raw, String reason) {}
}
