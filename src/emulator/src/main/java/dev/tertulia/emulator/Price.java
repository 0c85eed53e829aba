package dev.tertulia.emulator;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a delivered message costs, as webhooks tell it: Meta charges it once for each participant.
 *
 * @param category such as {@code group_utility}
 * @param type {@code regular} is charged
 */
public record Price(String category, String type) {
    private static final Instant UTILITY_IS_CHARGED = Instant.parse("2026-10-01T00:00:00Z");
    private static final String REGULAR = "regular";

    /** Free-form words are free in the window; so were utility templates until October 2026. */
    static Price of(Outgoing message, boolean windowOpen, Instant now) {
        String category = message.category();
        boolean free = category.equals("service")
                || category.equals("utility") && windowOpen && now.isBefore(UTILITY_IS_CHARGED);
        String freeType = message.toGroup() ? "free_group_customer_service" : "free_customer_service";
        return new Price(message.toGroup() ? "group_" + category : category, free ? freeType : REGULAR);
    }

    boolean billable() {
        return type.equals(REGULAR);
    }

    ObjectNode printed() {
        return Json.object("billable", billable(), "pricing_model", "PMP", "type", type, "category", category);
    }
}
