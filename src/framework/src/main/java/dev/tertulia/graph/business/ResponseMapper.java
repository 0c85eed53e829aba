package dev.tertulia.graph.business;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.message.Member;

/**
 * Reads answers into records by the names of their components. Numbers and booleans may arrive as strings. Unknown
 * fields are ignored; missing ones are {@code null} or an empty list.
 */
final class ResponseMapper {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new SimpleModule().addDeserializer(Member.class, new Person()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(GroupSummary.class, PrintedByMeta.class)
            .withConfigOverride(List.class,
                    lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.SKIP)))
            .build();

    private ResponseMapper() {}

    /** Meta's page has another name for the time than live answers (wire reference, part 12). */
    private interface PrintedByMeta {
        @JsonAlias("created_at")
        Instant creationTimestamp();
    }

    /** A person by {@code wa_id} and {@code user_id}; absent if both are missing. */
    private static final class Person extends JsonDeserializer<Member> {

        @Override
        public @Nullable Member deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return person(parser.readValueAsTree());
        }
    }

    /** A person; absent if they cannot be read, so that the others can. */
    static @Nullable Member person(JsonNode person) {
        try {
            return new Member(text(person, "user_id"), text(person, "wa_id"), null, text(person, "username"));
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    /** The time under a name; absent if it is not a time. */
    static @Nullable Instant time(JsonNode node, String name) {
        try {
            return node.hasNonNull(name) ? JSON.convertValue(node.path(name), Instant.class) : null;
        } catch (IllegalArgumentException noTime) {
            return null;
        }
    }

    static <T> T read(JsonNode node, Class<T> type) {
        if (!node.isObject()) {
            throw new WhatsAppUnavailable("WhatsApp's answer cannot be read: it is no JSON object", null);
        }
        try {
            return JSON.treeToValue(node, type);
        } catch (IOException e) {
            throw new WhatsAppUnavailable("WhatsApp's answer cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The items of a list, plain or below its own name, as Meta's page prints that of groups.
     *
     * @throws WhatsAppUnavailable if there is none, which is not an empty list
     */
    static JsonNode list(JsonNode answer) {
        JsonNode data = answer.path("data");
        return array(data.isObject() ? data.path("groups") : data, "data");
    }

    /** The array that must be there under this name. */
    static JsonNode array(JsonNode node, String name) {
        if (!node.isArray()) {
            throw new WhatsAppUnavailable("WhatsApp's answer cannot be read: it has no list '" + name + "'", null);
        }
        return node;
    }

    /** The text that must be there under this name. */
    static String need(JsonNode node, String name) {
        String text = text(node, name);
        if (text == null || text.isBlank()) {
            throw new WhatsAppUnavailable("WhatsApp's answer cannot be read: it has no '" + name + "'", null);
        }
        return text;
    }

    /** An object that must have an id. */
    static <T> T readNamed(JsonNode node, Class<T> type) {
        need(node, "id");
        return read(node, type);
    }

    static <T> List<T> readAll(JsonNode array, Class<T> type) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(read(node, type)));
        return all;
    }

    /** Objects that must have ids. */
    static <T> List<T> readAllNamed(JsonNode array, Class<T> type) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(readNamed(node, type)));
        return all;
    }

    static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) && node.path(name).isValueNode() ? node.path(name).asText() : null;
    }
}
