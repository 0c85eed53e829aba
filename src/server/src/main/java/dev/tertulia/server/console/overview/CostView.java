package dev.tertulia.server.console.overview;

import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Sum;

/**
 * The costs of a phone number.
 *
 * @param currency of the rate card; empty without one
 * @param freeTier the use of this month's free tier; {@code null} before free tiers exist
 */
public record CostView(Sum today, Sum month, String currency, @Nullable FreeTier freeTier) {

    /** Costs of which nothing is known. */
    static final CostView NONE = new CostView(Sum.NONE, Sum.NONE, "", null);

    /** An amount with its currency; empty without a rate card. */
    public String money(Sum sum) {
        return currency.isEmpty() ? "" : sum.money().setScale(2, RoundingMode.HALF_UP) + " " + currency;
    }
}
