package dev.tertulia.costs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** The deliveries of one phone number, by day. Every method is one atomic step. */
public interface Ledger {

    /**
     * Books a delivery unless it was already booked under one of its keys.
     *
     * @param days how many days are kept, and for how many at least a key is remembered
     * @return whether it was new
     */
    boolean book(Delivery delivery, LocalDate today, int days);

    /** All deliveries booked on a day. */
    Map<Item, Sum> page(LocalDate day);

    /** The sum of the charges of a day. */
    Sum charged(LocalDate day);

    /** The numbers of free and charged free-form deliveries of a month, independent of the stored days. */
    FreeTier freeTier(YearMonth month);
}
