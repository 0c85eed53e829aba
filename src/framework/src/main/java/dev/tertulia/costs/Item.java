package dev.tertulia.costs;

import dev.tertulia.message.Pricing;

/**
 * The attributes by which deliveries of a day are counted together.
 *
 * @param template the template's name; empty for free-form messages, and where it is no longer known
 * @param category {@code group_marketing}, {@code group_utility} or {@code group_service}
 */
public record Item(String group, String template, String category, Charge charge) {

    /** Whether it is free-form, so that the free tier applies. */
    public boolean service() {
        return new Pricing(category, null).service();
    }

    /** Whether it counts against the daily limit. */
    public boolean charged() {
        return charge == Charge.CHARGED;
    }
}
