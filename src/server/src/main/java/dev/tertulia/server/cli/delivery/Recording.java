package dev.tertulia.server.cli.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.cli.terminal.CommandFailed;

/**
 * Reader and writer of recorded deliveries. A file contains JSON values one after the other, such as JSON Lines: each is a
 * delivery as WhatsApp sends it, or an object with its {@code body} and the time {@code at}, or a list of these, or the
 * emulator's answer to {@code GET /emulator/deliveries}.
 */
final class Recording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Recording() {}

    /**
     * Reads a file.
     *
     * @throws CommandFailed if it cannot be read; says where and what is wrong
     */
    static List<Recorded> read(Path file) {
        List<Recorded> all = new ArrayList<>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
            while (values.hasNextValue()) {
                of(values.nextValue()).forEach(all::add);
            }
        } catch (JsonProcessingException e) {
            throw new CommandFailed("The file %s is not valid JSON in line %d: %s".formatted(file,
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new CommandFailed("There is no file %s that can be read.".formatted(file));
        }
        return all;
    }

    /** The deliveries in a JSON value. */
    static Stream<Recorded> of(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(Recording::of);
        }
        if (value.path("deliveries").isArray()) {
            return of(value.path("deliveries"));
        }
        return Stream.of(one(value));
    }

    private static Recorded one(JsonNode value) {
        if (value.has("entry")) {
            return new Recorded(null, value.toString());
        }
        JsonNode body = value.has("body") ? value.path("body") : value.path("content");
        if (body.isMissingNode()) {
            throw new CommandFailed("This is no recorded delivery: %s; it needs the key 'entry', as WhatsApp sends it,"
                    .formatted(shortened(value.toString())) + " or 'body' with the delivery.");
        }
        return new Recorded(time(value.path("at").asText(value.path("since").asText())),
                body.isTextual() ? body.asText() : body.toString());
    }

    private static String shortened(String json) {
        return json.length() > 60 ? json.substring(0, 60) + "…" : json;
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Writes deliveries as JSON Lines.
     *
     * @throws CommandFailed if the file cannot be written
     */
    static void write(Path file, List<Recorded> all) {
        try {
            Files.write(file, all.stream().map(Recording::line).toList());
        } catch (IOException e) {
            throw new CommandFailed("The file %s cannot be written: %s".formatted(file, e));
        }
    }

    private static String line(Recorded one) {
        ObjectNode line = JSON.createObjectNode();
        if (one.at() != null) {
            line.put("at", one.at().toString());
        }
        try {
            return line.set("body", JSON.readTree(one.body())).toString();
        } catch (JsonProcessingException e) {
            return line.put("body", one.body()).toString();
        }
    }
}
