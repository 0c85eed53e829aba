package dev.tertulia.server.console.groups;

import java.math.RoundingMode;

import dev.tertulia.costs.Sum;

/**
 * The costs of a group in this month.
 *
 * @param currency of the rate card; empty without one
 */
public record GroupCost(Sum sum, String currency) {

    /** The amount with its currency; empty without a rate card. */
    public String money() {
        return currency.isEmpty() ? "" : sum.money().setScale(2, RoundingMode.HALF_UP) + " " + currency;
    }
}
