package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The price of a delivery as WhatsApp reports it (wire reference, part 11).
 *
 * @param category {@code group_marketing}, {@code group_utility} or {@code group_service}; without {@code group_} for
 *                 what was sent to one person
 * @param type     {@code regular} for what is charged, else why it is free, such as {@code free_customer_service} or
 *                 {@code free_group_customer_service}; {@code null} where WhatsApp does not say
 * @param subtype  {@code paid_exempt} for those who never pay; {@code null} for most
 */
public record Pricing(String category, @Nullable String type, @Nullable String subtype) {

    /** The category of whatever is no template. */
    public static final String SERVICE = "group_service";

    /** The type of what is charged. */
    public static final String REGULAR = "regular";

    /** A price without a subtype. */
    public Pricing(String category, @Nullable String type) {
        this(category, type, null);
    }

    /** Whether it is for what is no template, in a group or to one person. */
    public boolean service() {
        return category.equals(SERVICE) || category.equals("service");
    }
}
