package dev.tertulia.broadcast;

import java.math.BigDecimal;

/**
 * A number of deliveries and their cost.
 *
 * @param deliveries deliveries, each to one participant
 * @param amount     cost in the currency of the rate card; zero without a rate card
 * @param unpriced   charged deliveries for which the rate card has no rate, not included in the amount
 */
public record Cost(long deliveries, BigDecimal amount, long unpriced) {}
