package dev.tertulia.emulator;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks that a call fills a template's header file and buttons. */
final class TemplateCheck {
    private static final Set<String> FILES = Set.of("IMAGE", "VIDEO", "DOCUMENT");

    private TemplateCheck() {}

    static void check(Template template, TemplateCall call) {
        checkFile(template.component("header").path("format").asText("TEXT"), call.file());
        Set<Integer> filled = new HashSet<>();
        JsonNode buttons = template.component("buttons").path("buttons");
        for (TemplateCall.Button button : call.buttons()) {
            checkButton(buttons.path(button.index()), button);
            filled.add(button.index());
        }
        for (int i = 0; i < buttons.size(); i++) {
            if (hasPlace(buttons.path(i)) && !filled.contains(i)) {
                throw new Refusal(ApiError.of(400, 131008, "Required parameter is missing",
                        "buttons: Button at index %d of type Url requires a parameter".formatted(i)));
            }
        }
    }

    private static void checkFile(String format, String given) {
        String wanted = FILES.contains(format) ? format : "";
        if (!wanted.equals(given)) {
            throw mismatch("header: expected %s, and got %s".formatted(wanted.isEmpty() ? "no file" : wanted,
                    given.isEmpty() ? "none" : given));
        }
    }

    private static void checkButton(JsonNode button, TemplateCall.Button given) {
        String type = button.path("type").asText("").toUpperCase(Locale.ROOT);
        if (!type.equals(given.type())) {
            throw mismatch("buttons: Button at index %d is %s, and not of type %s".formatted(given.index(),
                    type.isEmpty() ? "not there" : "of type " + type, given.type()));
        }
        if (type.equals("URL") && !hasPlace(button)) {
            throw mismatch("buttons: Button at index %d of type Url does not require parameters"
                    .formatted(given.index()));
        }
    }

    private static boolean hasPlace(JsonNode button) {
        return button.path("type").asText("").equalsIgnoreCase("URL") && button.path("url").asText().contains("{{");
    }

    private static Refusal mismatch(String details) {
        return new Refusal(ApiError.of(400, 132012, "Template Parameter Format Mismatch", details));
    }
}
