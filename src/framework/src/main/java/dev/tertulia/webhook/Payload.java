package dev.tertulia.webhook;

import java.util.List;

import dev.tertulia.message.Event;

/**
 * What a delivery holds.
 *
 * @param unreadable parts that make no sense, each with the reason; their neighbours are readable
 */
record Payload(List<Readable> readable, List<Unreadable> unreadable) {

    /** An event and the part it was read from, which may hold several. */
    record Readable(Event event, Part part) {}

    /** A part of a delivery that could not be read, as a delivery of its own where it is JSON at all. */
    record Unreadable(String raw, String reason) {}
}
