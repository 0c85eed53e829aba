package dev.tertulia.moderation.backtest;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Ids;
import dev.tertulia.moderation.backtest.PastEvent.Person;
import dev.tertulia.moderation.judge.Post.Forwarding;

/** The lines of a history: JSON objects with the keys at, group, labels, member, name, phone, joined, type, text, forwarded. */
public final class HistoryLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long LAST_SECOND = 100_000_000_000L;

    private HistoryLine() {}

    /** Thrown for a line that is wrong. The message says what is wrong with it. */
    static final class WrongLine extends Exception {
        private static final long serialVersionUID = 1;

        WrongLine(String message) {
            super(message);
        }
    }

    /** The line of an event. */
    public static String write(PastEvent event) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", event.at().toString()).put("group", event.group());
        new TreeSet<>(event.labels()).forEach(line.putArray("labels")::add);
        line.put("member", event.person().member()).put("name", event.person().name());
        line.put("phone", event.person().phone());
        line.put("joined", event.person().joined() == null ? null : event.person().joined().toString());
        line.put("type", event.type()).put("text", event.text());
        if (event.forwarding() == Forwarding.OFTEN) {
            line.put("forwarded", "often");
        } else {
            line.put("forwarded", event.forwarding() == Forwarding.FORWARDED);
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event of a line. */
    static PastEvent read(String text) throws WrongLine {
        JsonNode line = parse(text);
        Instant at = time(line, "at");
        if (at == null) {
            throw new WrongLine("'at' is missing; write a time such as 2026-01-31T22:30:00Z");
        }
        String phone = Ids.digits(word(line, "phone"));
        String member = word(line, "member");
        if (member.isEmpty() && phone.isEmpty()) {
            throw new WrongLine("'member' is missing; write an id of the person, or a phone");
        }
        String group = word(line, "group");
        if (group.isEmpty()) {
            throw new WrongLine("'group' is missing; write the id of the group");
        }
        String name = word(line, "name");
        Person person = new Person(member.isEmpty() ? phone : member, name.isEmpty() ? member : name,
                phone.isEmpty() ? null : phone, time(line, "joined"));
        String type = word(line, "type");
        return new PastEvent(at, group, labels(line), person, type.isEmpty() ? "text" : type, word(line, "text"),
                forwarding(line));
    }

    private static JsonNode parse(String text) throws WrongLine {
        try {
            JsonNode line = JSON.readTree(text);
            if (line != null && line.isObject()) {
                return line;
            }
            throw new WrongLine("it is no JSON object");
        } catch (JsonProcessingException e) {
            throw new WrongLine("it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String word(JsonNode line, String key) throws WrongLine {
        JsonNode value = line.path(key);
        if (value.isContainerNode()) {
            throw new WrongLine("'" + key + "' is a text, not " + (value.isArray() ? "a list" : "an object"));
        }
        return value.isNull() ? "" : value.asText("");
    }

    /** A time: ISO 8601, or seconds or milliseconds since 1970. */
    private static @Nullable Instant time(JsonNode line, String key) throws WrongLine {
        String text = word(line, key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant time = instant(text);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below, together with times out of range
        }
        throw new WrongLine("'" + key + "' is no time: " + text + "; write one such as 2026-01-31T22:30:00Z");
    }

    private static Instant instant(String text) {
        if (text.matches("[0-9]{1,15}")) {
            long number = Long.parseLong(text);
            return number < LAST_SECOND ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Set<String> labels(JsonNode line) {
        Set<String> labels = new TreeSet<>();
        line.path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    private static Forwarding forwarding(JsonNode line) {
        JsonNode value = line.path("forwarded");
        return value.asText().equals("often")
                ? Forwarding.OFTEN
                : value.asBoolean(false) ? Forwarding.FORWARDED : Forwarding.NOT;
    }
}
