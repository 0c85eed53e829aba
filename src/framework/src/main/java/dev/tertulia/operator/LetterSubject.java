package dev.tertulia.operator;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Origin;

/**
 * What a dead letter concerns.
 *
 * @param mark    of the event that it goes back to
 * @param subject the id of the send, or the key of the event
 */
record LetterSubject(String mark, String subject) {

    static Optional<LetterSubject> of(DeadLetter letter, ObjectMapper json) {
        try {
            return of(json.readTree(letter.content()));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty(); // a payload that could not be read
        }
    }

    private static Optional<LetterSubject> of(JsonNode content) {
        JsonNode origin = content.path("origin");
        if (content.has("action") && content.hasNonNull("id")) {
            return Optional.of(ofSend(content.path("id").asText()));
        }
        if (content.hasNonNull("callback")) {
            return Optional.of(ofSend(content.path("callback").asText()));
        }
        return origin.hasNonNull("key") ? Optional.of(ofEvent(origin)) : Optional.empty();
    }

    private static LetterSubject ofSend(String id) {
        return new LetterSubject(CorrelationId.ofSend(id).mark(), id);
    }

    private static LetterSubject ofEvent(JsonNode json) {
        Origin origin = new Origin("", "", json.path("group").asText(), Instant.parse(json.path("at").asText()),
                json.path("key").asText());
        return new LetterSubject(CorrelationId.of(origin).mark(), origin.key());
    }
}
