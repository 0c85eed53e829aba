package dev.tertulia.costs;

import java.time.LocalDate;
import java.util.List;

/**
 * Deliveries to book in a ledger.
 *
 * @param today the present day, in UTC
 * @param days  how many days are kept, and for how many at least a key is remembered
 */
public record Booking(List<Delivery> deliveries, LocalDate today, int days) {

    /** Nothing to book. */
    public static final Booking NONE = new Booking(List.of(), LocalDate.EPOCH, 1);
}
