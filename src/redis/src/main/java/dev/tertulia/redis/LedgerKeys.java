package dev.tertulia.redis;

import java.time.LocalDate;
import java.time.YearMonth;

/** The names of what a ledger consists of. */
record LedgerKeys(Keys keys) {

    /** Hash: what deliveries of a day cost. */
    String costs(LocalDate day) {
        return keys.of("costs:" + day);
    }

    /** Hash: how many free-form deliveries of a month were free, and how many were charged. */
    String freeTier(YearMonth month) {
        return keys.of("free-tier:" + month);
    }

    /** Set of whole numbers: a share of the deliveries that were booked in a span of days. */
    String booked(long span, long share) {
        return keys.of("booked:" + span + "." + share);
    }
}
