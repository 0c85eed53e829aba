package dev.tertulia.webhook;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.message.Origin;

/**
 * One change of a delivery: which number it is for, which field changed, and its value.
 *
 * @param number id of the phone number; empty where the change is about the whole account
 */
record Change(String number, String displayNumber, String field, JsonNode value) {

    static Change of(JsonNode change) {
        JsonNode value = change.path("value");
        JsonNode metadata = value.path("metadata");
        return new Change(metadata.path("phone_number_id").asText(""),
                Wire.digits(metadata.path("display_phone_number").asText("")), change.path("field").asText(""), value);
    }

    Origin origin(String group, Instant at, String key) {
        return new Origin(number, displayNumber, group, at, key);
    }
}
