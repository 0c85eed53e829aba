package dev.tertulia.costs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The deliveries of one phone number, by day. Every method is one atomic step. */
public interface Ledger {

    /**
     * Books deliveries, except those that were already booked under one of their keys.
     *
     * @return how many were new
     */
    int book(Booking booking);

    /**
     * Books a delivery unless it was already booked under one of its keys.
     *
     * @param days how many days are kept, and for how many at least a key is remembered
     * @return whether it was new
     */
    default boolean book(Delivery delivery, LocalDate today, int days) {
        return book(new Booking(List.of(delivery), today, days)) == 1;
    }

    /** All deliveries booked on a day. */
    Map<Item, Sum> page(LocalDate day);

    /** The sum of the charges of a day. */
    Sum charged(LocalDate day);

    /** The numbers of free and charged free-form deliveries of a month, independent of the stored days. */
    FreeTier freeTier(YearMonth month);
}
