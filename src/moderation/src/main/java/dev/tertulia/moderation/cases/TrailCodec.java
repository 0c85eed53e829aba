package dev.tertulia.moderation.cases;

import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.LogEntry;

/** Writes entries as JSON, and reads them. */
final class TrailCodec {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY,
                    JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private TrailCodec() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored form of an entry; empty if the body was overwritten by something else. */
    static Optional<Sealed> sealed(LogEntry entry) {
        return Optional.ofNullable(read(entry.body(), Sealed.class)).filter(Sealed::isComplete);
    }

    /** The part of an entry that names no person; empty if the body was overwritten by something else. */
    static Optional<Fact> fact(LogEntry entry) {
        return sealed(entry).map(sealed -> read(sealed.fact(), Fact.class));
    }

    static Optional<TrailEntry> read(LogEntry entry) {
        return sealed(entry).flatMap(sealed -> {
            Fact fact = read(sealed.fact(), Fact.class);
            Personal personal = sealed.personal() == null ? null : read(sealed.personal(), Personal.class);
            return fact == null
                    ? Optional.empty()
                    : Optional.of(new TrailEntry(entry.number(), entry.at(), fact, personal));
        });
    }

    private static <T> @Nullable T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
