package dev.tertulia.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON. Keys keep their order; null values are left out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

    private Json() {}

    public static ObjectNode object(@Nullable Object... keysAndValues) {
        var node = MAPPER.createObjectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null) {
                node.set((String) keysAndValues[i], MAPPER.valueToTree(keysAndValues[i + 1]));
            }
        }
        return node;
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses an object. No bytes are an empty object.
     *
     * @throws IllegalArgumentException if the bytes are no JSON object
     */
    public static ObjectNode read(byte[] bytes) {
        if (bytes.length == 0) {
            return MAPPER.createObjectNode();
        }
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            String reason = e instanceof JsonProcessingException wrong ? wrong.getOriginalMessage() : e.getMessage();
            throw new IllegalArgumentException("The body is not valid JSON: " + reason, e);
        }
        throw new IllegalArgumentException("The body must be a JSON object.");
    }

    /**
     * Converts a node to a value.
     *
     * @throws IllegalArgumentException if the node is missing or does not fit the type
     */
    public static <T> T value(JsonNode node, Class<T> type) {
        T value = MAPPER.convertValue(node, type);
        if (value == null) {
            throw new IllegalArgumentException("A value of %s is missing.".formatted(type.getSimpleName()));
        }
        return value;
    }

    @Nullable
    public static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /**
     * Returns the text at a key of a request's body.
     *
     * @throws IllegalArgumentException if the key is missing
     */
    public static String required(JsonNode body, String key) {
        String value = text(body, key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The body needs '%s', for example {\"%s\": \"…\"}.".formatted(key, key));
        }
        return value;
    }

    /** Counts code points, so that a simple emoji counts as one character. */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
