package dev.tertulia.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;

/**
 * Price of a delivered message, as webhooks report it. Meta charges it once for each participant.
 *
 * @param category such as {@code group_utility}
 * @param type {@code regular} if charged, else why it is free
 */
public record MessagePrice(String category, String type) {
    static final String REGULAR = "regular";

    boolean billable() {
        return type.equals(REGULAR);
    }

    ObjectNode printed() {
        return Json.object("billable", billable(), "pricing_model", "PMP", "type", type, "category", category);
    }
}
