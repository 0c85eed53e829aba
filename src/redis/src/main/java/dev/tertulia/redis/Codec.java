package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.tertulia.action.Action;
import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.Content;
import dev.tertulia.message.Event;
import dev.tertulia.outbox.Progress;
import dev.tertulia.store.StoredName;

/**
 * JSON of what is kept. The name of a record of a sealed type is written along: its simple name, unless
 * {@code @Stored} says its former one. What is absent is not written, and what is unknown is not read: replicas of two versions may share a Redis.
 */
final class Codec {

    private static final List<Class<?>> SEALED = List.of(Event.class, Content.class, Action.class, Body.class,
            Attachment.class, Template.Header.class, Template.Parameter.class, Template.Button.class, WhenShut.class,
            Progress.class);
    private static final ObjectMapper JSON = mapper();

    private Codec() {}

    /** Lent to a sealed type. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Typed {}

    private static ObjectMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().addModule(new JavaTimeModule())
                .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS);
        for (Class<?> sealed : SEALED) {
            builder.addMixIn(sealed, Typed.class);
            records(sealed).forEach(type -> builder.registerSubtypes(new NamedType(type, StoredName.of(type))));
        }
        return builder.build();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Codec::records) : Stream.of(type);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UncheckedIOException when a newer version wrote it and this one has no such record
     */
    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
