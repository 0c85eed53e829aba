package dev.tertulia.emulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;

/**
 * Message template of the account.
 *
 * @param category MARKETING, UTILITY or AUTHENTICATION
 * @param components header, body, footer and buttons as Meta prints them
 */
record Template(String id, String name, String language, String category, Status status, JsonNode components) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    enum Status {
        APPROVED,
        PENDING,
        REJECTED,
        PAUSED,
        DISABLED;

        static Status named(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "There is no status '%s'. A template is one of %s.".formatted(name, List.of(values())), e);
            }
        }
    }

    static JsonNode bodyOnly(String text) {
        return Json.tree(List.of(Json.object("type", "BODY", "text", text)));
    }

    Template with(Status now) {
        return new Template(id, name, language, category, now, components);
    }

    Template in(String other) {
        return new Template(id, name, language, other, status, components);
    }

    /** Returns the component of a type; a missing node if there is none. */
    JsonNode component(String type) {
        for (JsonNode component : components) {
            if (component.path("type").asText().equalsIgnoreCase(type)) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }

    /** Returns the text of a component; empty if there is none. */
    String text(String type) {
        return component(type).path("text").asText();
    }

    Set<String> places(String type) {
        var places = new LinkedHashSet<String>();
        PLACE.matcher(text(type)).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    boolean named() {
        return places("body").stream().anyMatch(place -> !place.matches("\\d+"));
    }

    String filled(String type, Map<String, String> parameters) {
        return PLACE.matcher(text(type)).replaceAll(place -> Matcher.quoteReplacement(
                parameters.getOrDefault(place.group(1), place.group())));
    }

    ObjectNode printed() {
        return Json.object("name", name, "parameter_format", named() ? "NAMED" : "POSITIONAL", "components",
                components, "language", language, "status", status.name(), "category", category, "id", id);
    }
}
