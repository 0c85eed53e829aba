package dev.tertulia.costs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** The book of one phone number's deliveries, a page a day. Every method is one atomic step. */
public interface Ledger {

    /**
     * Books a delivery, unless it was booked under any of its keys before.
     *
     * @param days how many days are kept, and for how many at least a key is remembered
     * @return whether it was new
     */
    boolean book(Delivery delivery, LocalDate today, int days);

    /** All that was booked on a day. */
    Map<Item, Sum> page(LocalDate day);

    /** The sum of what is charged of a day. */
    Sum charged(LocalDate day);

    /** How many free-form deliveries of a month were free or charged, whatever the days that are kept. */
    FreeTier freeTier(YearMonth month);
}
