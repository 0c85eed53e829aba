package dev.tertulia.costs;

import java.time.LocalDate;
import java.util.Set;

import dev.tertulia.message.Pricing;

/** Whether WhatsApp charges a delivery, and if not, why. */
public enum Charge {
    /** The rate of the participant's country applies. */
    CHARGED,
    /** Free because the group's window was open; ends when the free tier begins. */
    FREE_IN_WINDOW,
    /** One of the free service messages of a number in a month. */
    FREE_TIER,
    /** Free for another reason: the business never pays, or the person came by an advertisement. */
    EXEMPT;

    private static final String NEVER_PAYS = "paid_exempt";
    private static final Set<String> CUSTOMER_SERVICE = Set.of("free_customer_service", "free_group_customer_service");
    private static final String FREE = "free_";

    /**
     * The meaning of a price on a day (wire reference, part 11). A delivery that is not marked as free is charged.
     *
     * @param freeTierFrom from this day on only the free tier is free, and open windows are not
     */
    static Charge of(Pricing pricing, LocalDate day, LocalDate freeTierFrom) {
        String type = pricing.type() == null ? Pricing.REGULAR : pricing.type();
        if (NEVER_PAYS.equals(pricing.subtype())) {
            return EXEMPT;
        }
        if (CUSTOMER_SERVICE.contains(type)) {
            return day.isBefore(freeTierFrom) ? FREE_IN_WINDOW : FREE_TIER;
        }
        return type.startsWith(FREE) ? EXEMPT : CHARGED;
    }
}
