package dev.tertulia.server.cli.emulator;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.cli.terminal.CommandFailed;

/**
 * An event that was asked for: its values, and the scene in which it happens.
 *
 * @param values by the keys of the event's fields
 */
record Asked(Scene scene, Map<String, String> values) {

    /** A value that was given. */
    String need(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The group that is named. */
    JsonNode group() {
        return scene.group(need("group"));
    }

    String groupId() {
        return group().path("id").asText();
    }

    /** The person that is named: a member of the group, if one is named. */
    JsonNode member() {
        String name = need("member");
        return has("group") ? scene.member(group(), name) : scene.person(name);
    }

    String memberId() {
        return member().path("id").asText();
    }

    /** The values of these keys as text, those that were given. */
    ObjectNode body(String... keys) {
        ObjectNode body = EmulatorRequest.object();
        for (String key : keys) {
            if (has(key)) {
                body.put(key.replace('-', '_'), need(key));
            }
        }
        return body;
    }

    /** The values of these keys as numbers and booleans, those that were given. */
    ObjectNode settings(String... keys) {
        ObjectNode body = EmulatorRequest.object();
        for (String key : keys) {
            if (has(key)) {
                setting(body, key, need(key));
            }
        }
        return body;
    }

    private static void setting(ObjectNode body, String key, String value) {
        String name = key.replace('-', '_');
        if (value.equals("true") || value.equals("false")) {
            body.put(name, Boolean.parseBoolean(value));
        } else if (value.matches("[0-9]{1,9}")) {
            body.put(name, Integer.parseInt(value));
        } else {
            throw new CommandFailed("--%s is '%s'; write a number, true or false".formatted(key, value));
        }
    }
}
