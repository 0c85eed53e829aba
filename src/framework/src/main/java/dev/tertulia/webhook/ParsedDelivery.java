package dev.tertulia.webhook;

import java.util.List;
import java.util.function.Supplier;

import dev.tertulia.message.Event;

/**
 * The content of a delivery.
 *
 * @param unreadable parts that are put aside, each with the reason; their neighbours are readable
 */
record ParsedDelivery(List<Readable> readable, List<Unreadable> unreadable) {

    /** An event and the part it was read from, which may contain several. */
    record Readable(Event event, DeliveryItem part) {}

    /**
     * A part of a delivery that is quarantined.
     *
     * @param raw the part as a delivery of its own, where it is JSON at all; costly, so written down once it is needed
     */
    record Unreadable(Supplier<String> raw, String reason) {}
}
