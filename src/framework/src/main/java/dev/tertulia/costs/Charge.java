package dev.tertulia.costs;

import java.time.LocalDate;

import dev.tertulia.message.Pricing;

/** Whether WhatsApp charges a delivery, and if not, why. */
public enum Charge {
    /** The rate of the participant's country applies. */
    CHARGED,
    /** Free because the group's window was open; ends when the free tier begins. */
    FREE_IN_WINDOW,
    /** One of the service messages that a number may send for nothing each month. */
    FREE_TIER;

    private static final String REGULAR = "regular";

    /**
     * What a price means on a day (wire reference, part 11).
     *
     * @param freeTierFrom from this day on only the free tier is free, and open windows are not
     */
    static Charge of(Pricing pricing, LocalDate day, LocalDate freeTierFrom) {
        boolean charged = pricing.type() == null ? pricing.billable() : pricing.type().equals(REGULAR);
        return charged ? CHARGED : day.isBefore(freeTierFrom) ? FREE_IN_WINDOW : FREE_TIER;
    }
}
