package dev.tertulia.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reader of WhatsApp's error responses. */
final class Refusals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusals() {}

    /** The most precise text of an error response. */
    static String details(String answer) {
        try {
            JsonNode error = JSON.readTree(answer).path("error");
            return error.path("error_data").path("details").asText(error.path("message").asText(answer));
        } catch (JsonProcessingException e) {
            return answer;
        }
    }
}
