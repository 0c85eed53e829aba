package dev.tertulia.costs;

/**
 * What deliveries of a day have in common that are counted together.
 *
 * @param template the template's name; empty for free-form messages, and where it is no longer known
 * @param category {@code group_marketing}, {@code group_utility} or {@code group_service}
 */
public record Item(String group, String template, String category, Charge charge) {

    /** Whether it counts against the daily limit. */
    public boolean charged() {
        return charge == Charge.CHARGED;
    }
}
