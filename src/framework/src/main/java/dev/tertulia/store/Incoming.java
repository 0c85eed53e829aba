package dev.tertulia.store;

import java.util.List;
import java.util.function.Predicate;

import dev.tertulia.costs.Booking;
import dev.tertulia.message.Event;

/**
 * What one delivery brings to a number.
 *
 * @param events  its events, in their order
 * @param posted  whether an event goes into its mailbox; one that does not is only remembered as seen
 * @param booking the deliveries of messages that its statuses report
 */
public record Incoming(List<Event> events, Predicate<Event> posted, Booking booking) {

    /** Events that all go into their mailboxes. */
    public static Incoming of(List<Event> events) {
        return new Incoming(events, event -> true, Booking.NONE);
    }
}
