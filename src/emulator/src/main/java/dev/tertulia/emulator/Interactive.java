package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.ChatMessage.Choice;
import dev.tertulia.emulator.ChatMessage.Choices;
import dev.tertulia.emulator.http.Json;

/** Interactive message that a call asks to send: reply buttons, a list or a button with a link. */
final class Interactive {
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_BUTTON_ID = 256;
    private static final int LONGEST_ROW_ID = 200;
    private static final int LONGEST_ROW_TITLE = 24;
    private static final int LONGEST_DESCRIPTION = 72;
    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_LIST_BODY = 4096;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;

    private final JsonNode content;
    private final JsonNode action;

    private Interactive(JsonNode content) {
        this.content = content;
        this.action = content.path("action");
    }

    /** Checks the object at the key {@code interactive}, or throws a {@link Refusal}. */
    static void check(JsonNode content) {
        String type = required(content, "type", "interactive.type");
        if (!Set.of("button", "list", "cta_url").contains(type)) {
            throw new Refusal(ApiError.parameter(
                    "Param interactive['type'] must be one of {BUTTON, LIST, CTA_URL} - got \"%s\".".formatted(type)));
        }
        new Interactive(content).check(type);
    }

    private void check(String type) {
        text("Body text", required(content.path("body"), "text", "interactive.body.text"),
                type.equals("list") ? LONGEST_LIST_BODY : LONGEST_BODY);
        if (content.hasNonNull("header")) {
            required(content.path("header"), "type", "interactive.header.type");
        }
        optional("Header text", Json.text(content.path("header"), "text"), LONGEST_HEADER);
        optional("Footer text", Json.text(content.path("footer"), "text"), LONGEST_HEADER);
        if (!action.isObject()) {
            throw new Refusal(ApiError.missing("interactive.action"));
        }
        switch (type) {
            case "button" -> checkButtons();
            case "list" -> checkList();
            default -> checkLink();
        }
    }

    private void checkButtons() {
        JsonNode buttons = action.path("buttons");
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            throw invalid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: %d"
                    .formatted(MOST_BUTTONS));
        }
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            if (!required(button, "type", "button.type").equals("reply")) {
                throw invalid("Button type must be reply");
            }
            JsonNode reply = button.path("reply");
            String id = required(reply, "id", "reply.id");
            String title = required(reply, "title", "reply.title");
            text("Button id", id, LONGEST_BUTTON_ID);
            text("Button title", title, LONGEST_LABEL);
            unique("Button id", id, ids);
            unique("Button title", title, titles);
        }
    }

    private void checkList() {
        text("Button label", required(action, "button", "interactive.action.button"), LONGEST_LABEL);
        JsonNode sections = action.path("sections");
        Set<String> ids = new HashSet<>();
        int rows = 0;
        for (JsonNode section : sections) {
            if (sections.size() > 1) {
                required(section, "title", "section.title");
            }
            optional("Section title", Json.text(section, "title"), LONGEST_ROW_TITLE);
            for (JsonNode row : section.path("rows")) {
                checkRow(row, ids);
                rows++;
            }
        }
        if (rows == 0 || rows > MOST_ROWS) {
            throw invalid("Invalid total row count. Min allowed rows: 1, Max allowed rows: %d".formatted(MOST_ROWS));
        }
    }

    private static void checkRow(JsonNode row, Set<String> ids) {
        String id = required(row, "id", "row.id");
        text("Row id", id, LONGEST_ROW_ID);
        text("Row title", required(row, "title", "row.title"), LONGEST_ROW_TITLE);
        optional("Row description", Json.text(row, "description"), LONGEST_DESCRIPTION);
        unique("Row id", id, ids);
    }

    private void checkLink() {
        if (!"cta_url".equals(required(action, "name", "interactive.action.name"))) {
            throw invalid("Param interactive['action']['name'] must be cta_url");
        }
        JsonNode parameters = action.path("parameters");
        text("Display text", required(parameters, "display_text", "parameters.display_text"), LONGEST_LABEL);
        if (!required(parameters, "url", "parameters.url").matches("https?://.+")) {
            throw invalid("Param url must be an http or https address");
        }
    }

    private static void text(String what, String text, int most) {
        if (text.isBlank() || Json.characters(text) > most) {
            throw invalid("%s length invalid. Min length: 1, Max length: %d".formatted(what, most));
        }
    }

    private static void optional(String what, @Nullable String text, int most) {
        if (text != null) {
            text(what, text, most);
        }
    }

    private static void unique(String what, String value, Set<String> known) {
        if (!known.add(value)) {
            throw invalid("%s '%s' is duplicated".formatted(what, value));
        }
    }

    private static String required(JsonNode node, String key, String parameter) {
        @Nullable
        String value = Json.text(node, key);
        if (value == null) {
            throw new Refusal(ApiError.missing(parameter));
        }
        return value;
    }

    private static Refusal invalid(String details) {
        return new Refusal(ApiError.invalid(details));
    }

    /** Returns the text that people read above the buttons. */
    static String words(JsonNode content) {
        var lines = new ArrayList<>(List.of(content.path("header").path("text").asText(),
                content.path("body").path("text").asText(), content.path("footer").path("text").asText()));
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    /** Returns what people can tap. */
    static @Nullable Choices choices(JsonNode content) {
        JsonNode action = content.path("action");
        var all = new ArrayList<Choice>();
        action.path("buttons").forEach(button -> all.add(new Choice("button", button.at("/reply/id").asText(),
                button.at("/reply/title").asText(), null, null)));
        action.path("sections").forEach(section -> section.path("rows").forEach(row -> all.add(new Choice("row",
                row.path("id").asText(), row.path("title").asText(), Json.text(row, "description"),
                Json.text(section, "title")))));
        if (action.has("parameters")) {
            all.add(new Choice("url", action.at("/parameters/url").asText(),
                    action.at("/parameters/display_text").asText(), null, null));
        }
        return Choices.of(Json.text(action, "button"), all);
    }
}
