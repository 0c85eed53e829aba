package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp says a delivery costs (wire reference, part 11).
 *
 * @param category {@code group_marketing}, {@code group_utility} or {@code group_service}
 * @param type     {@code regular} or {@code free_group_customer_service}; older events leave it out
 */
public record Pricing(String category, @Nullable String type, boolean billable) {

    /** The category of whatever is no template. */
    public static final String SERVICE = "group_service";
}
