package dev.tertulia.emulator.webhook;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;

/** Serializes a delivery in one of the variants of JSON that Meta may send. */
final class JsonSpelling {
    private static final String UNKNOWN = "not_known_yet";
    private static final char LAST_ASCII = 0x7F;

    private JsonSpelling() {}

    static byte[] write(ObjectNode delivery, DeliverySettings settings) {
        ObjectNode body = delivery.deepCopy();
        if (settings.extras()) {
            extend(body);
        }
        byte[] bytes = Json.bytes(body);
        return settings.escaped() ? escape(new String(bytes, StandardCharsets.UTF_8)) : bytes;
    }

    private static void extend(JsonNode node) {
        node.forEach(JsonSpelling::extend);
        if (node instanceof ObjectNode object) {
            object.set(UNKNOWN, Json.object("since", "v99.0"));
        }
    }

    /** A slash occurs only within strings. */
    private static byte[] escape(String json) {
        return json.chars().mapToObj(sign -> sign == '/'
                ? "\\/"
                : sign <= LAST_ASCII
                        ? String.valueOf((char) sign)
                        : "\\u%04x".formatted(sign))
                .collect(Collectors.joining()).getBytes(StandardCharsets.US_ASCII);
    }
}
