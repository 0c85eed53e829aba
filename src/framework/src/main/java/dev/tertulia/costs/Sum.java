package dev.tertulia.costs;

import java.math.BigDecimal;

/**
 * A number of deliveries and their price.
 *
 * @param deliveries to one participant each
 * @param micros millionths of the rate card's currency
 * @param unpriced how many of them are charged, at a rate that is in no rate card
 */
public record Sum(long deliveries, long micros, long unpriced) {

    /** No deliveries. */
    public static final Sum NONE = new Sum(0, 0, 0);

    private static final int DECIMALS = 6;

    /** The sum of both. */
    public Sum plus(Sum other) {
        return new Sum(deliveries + other.deliveries, micros + other.micros, unpriced + other.unpriced);
    }

    /** The amount with its currency, for people. */
    public BigDecimal money() {
        return BigDecimal.valueOf(micros, DECIMALS);
    }
}
