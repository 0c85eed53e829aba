package dev.tertulia.server.console.deliveries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Layout of JSON for reading. What is no JSON is shown as it is. */
final class PrettyJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PrettyJson() {}

    static String of(String text) {
        try {
            return JSON.writeValueAsString(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            return text;
        }
    }
}
