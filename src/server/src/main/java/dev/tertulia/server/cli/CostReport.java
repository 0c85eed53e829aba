package dev.tertulia.server.cli;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Costs.Per;
import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Sum;

/**
 * The costs of a number in the JSON of the command {@code costs}.
 *
 * @param currency of the rate card; {@code null} without one
 * @param freeTier the use of the free tier in this month; {@code null} before it applies
 */
record CostReport(String number, int days, @Nullable String currency, List<Row> byDay, List<Row> byGroup,
        List<Row> byTemplate, @Nullable Free freeTier) {

    /**
     * The deliveries of one day, group or template.
     *
     * @param name     the day, the id of the group or the name of the template, which is empty for free-form messages
     * @param cost     in the currency; {@code null} without a rate card
     * @param unpriced the deliveries charged at a rate that the card does not contain
     */
    record Row(String name, long deliveries, @Nullable BigDecimal cost, long unpriced) {}

    /** The free-form deliveries of a month: free, charged, and the limit of the free tier. */
    record Free(String month, long used, long charged, long limit) {}

    static CostReport of(String number, Costs costs, int days, String currency) {
        boolean priced = !currency.isEmpty();
        return new CostReport(number, days, priced ? currency : null, rows(Per.DAY, costs, days, priced),
                rows(Per.GROUP, costs, days, priced), rows(Per.TEMPLATE, costs, days, priced),
                costs.freeTier().map(tier -> new Free(costs.month().toString(), tier.used(), tier.charged(),
                        FreeTier.A_MONTH)).orElse(null));
    }

    private static List<Row> rows(Per per, Costs costs, int days, boolean priced) {
        return costs.totals(per, days).entrySet().stream().sorted(CostsCommand.order(per))
                .map(total -> row(total.getKey(), total.getValue(), priced)).toList();
    }

    private static Row row(String name, Sum sum, boolean priced) {
        return new Row(name, sum.deliveries(), priced ? sum.money() : null, sum.unpriced());
    }
}
