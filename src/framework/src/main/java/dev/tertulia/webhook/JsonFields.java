package dev.tertulia.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;
import dev.tertulia.message.WireError;

/** Reads values that all parts of a payload share. Numbers may arrive as strings and strings as numbers. */
final class JsonFields {

    private static final int MOST_SHOWN = 40;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    private JsonFields() {}

    /** The text under a name; {@code null} if missing, empty or no scalar. */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText().strip() : null;
    }

    /** The text under a name, which must be there. */
    static String need(JsonNode node, String name) {
        String value = text(node, name);
        if (value == null) {
            throw new UnreadableValue("'" + name + "' is missing");
        }
        return value;
    }

    /** The group of an item; {@code null} if it names none. An invalid id is refused. */
    static @Nullable String group(JsonNode node) {
        String id = text(node, "group_id");
        return id == null ? null : place("group_id", id);
    }

    /** Checks an id that may become part of an address of the Graph API. */
    static String place(String name, String id) {
        if (!Ids.isPlain(id)) {
            throw noId(name, id);
        }
        return id;
    }

    /** The id under a name, which must be there and have the form of one. */
    static String needId(JsonNode node, String name) {
        String id = need(node, name);
        try {
            return Ids.inBody("anything", id);
        } catch (InvalidArgument other) {
            throw noId(name, id);
        }
    }

    private static IllegalArgumentException noId(String name, String id) {
        return new IllegalArgumentException(name + " " + shown(id) + " is no id of WhatsApp's");
    }

    /** The time stamp, in seconds as a number or a string. */
    static Instant time(JsonNode node) {
        return time(node, "timestamp");
    }

    /** The time under a name, in seconds as a number or a string. */
    static Instant time(JsonNode node, String name) {
        String seconds = need(node, name);
        return timeIn(node, name).orElseThrow(() -> new UnreadableValue(
                name + " " + shown(seconds) + " is not a number of seconds"));
    }

    /** The time under a name, if it is one. */
    static Optional<Instant> timeIn(JsonNode node, String name) {
        return Optional.ofNullable(text(node, name)).filter(SECONDS.asMatchPredicate()).map(Long::parseLong)
                .map(Instant::ofEpochSecond);
    }

    /** The text under a name as part of an event's kind: one line of bounded length. */
    static String kind(JsonNode node, String name) {
        String kind = node.path(name).asText("");
        return NO_NAME.matcher(kind.substring(0, Math.min(kind.length(), MOST_SHOWN))).replaceAll("?");
    }

    /** A value for the journal: one line of bounded length. */
    static String shown(String value) {
        String start = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
        return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    /** Whether a node has errors. A null or an empty list is none. */
    static boolean hasErrors(JsonNode node) {
        JsonNode errors = node.path("errors");
        return errors.isContainerNode() ? !errors.isEmpty() : text(node, "errors") != null;
    }

    /** The errors of a node, which may be a list or a single one. */
    static List<WireError> errors(JsonNode node) {
        JsonNode told = node.path("errors");
        List<WireError> errors = new ArrayList<>();
        Iterable<JsonNode> each = told.isObject() && !told.isEmpty() ? List.of(told) : told;
        for (JsonNode error : each) {
            String title = text(error, "title");
            String details = text(error.path("error_data"), "details");
            errors.add(new WireError(error.path("code").asInt(-1), title == null ? "" : title, details));
        }
        return errors;
    }

    /** A person by the user id, phone number or {@code input} of the node. */
    static Member member(JsonNode node) {
        String phone = text(node, "wa_id");
        return person(text(node, "user_id"), phone == null ? text(node, "input") : phone,
                text(node.path("profile"), "name"), username(node));
    }

    /** A person by these values. */
    static Member person(@Nullable String userId, @Nullable String phone, @Nullable String name,
            @Nullable String username) {
        if ((userId == null || !Ids.isPlain(userId)) && Member.find(phone).isEmpty()) {
            throw new UnreadableValue("a member needs a user id or a phone number");
        }
        return new Member(userId, phone, name, username);
    }

    /** The person; empty if it cannot be read. */
    static Optional<Member> findMember(JsonNode node) {
        try {
            return Optional.of(member(node));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static @Nullable String username(JsonNode node) {
        String own = text(node, "username");
        return own != null ? own : text(node.path("profile"), "username");
    }
}
