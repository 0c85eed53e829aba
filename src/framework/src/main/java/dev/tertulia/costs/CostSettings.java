package dev.tertulia.costs;

import java.time.LocalDate;

/**
 * Settings for counting costs.
 *
 * @param freeTierFrom the day from which {@code free_group_customer_service} means the monthly free tier, and open
 *        windows are no longer free (wire reference, part 11)
 * @param days how many days are kept
 */
public record CostSettings(RateCard rates, DailyLimit limit, LocalDate freeTierFrom, int days) {

    /** The settings unless configured. */
    public static final CostSettings USUAL = new CostSettings(RateCard.NONE, new DailyLimit.None(),
            LocalDate.of(2026, 10, 1), 90);
}
