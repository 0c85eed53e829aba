package dev.tertulia.webhook;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.message.Event;

/**
 * What a delivery holds.
 *
 * @param unreadable parts that make no sense, each with the reason; their neighbours are readable
 */
record Payload(List<Readable> readable, List<Unreadable> unreadable) {

    /** An event and the part it was read from, which may hold several. */
    record Readable(Event event, JsonNode raw) {}

    /** A part of a delivery that could not be read. */
    record Unreadable(String raw, String reason) {}
}
