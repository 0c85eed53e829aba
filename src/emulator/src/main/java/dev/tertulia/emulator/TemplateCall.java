package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Template that a call names, with its parameters.
 *
 * @param header the texts for the header's placeholders, keyed 1, 2 and so on, or by name
 * @param body the texts for the body's placeholders
 * @param file the type of the file in the header; empty if there is none
 */
record TemplateCall(String name, String language, Map<String, String> header, Map<String, String> body, String file,
        List<Button> buttons) {

    /**
     * Parameter of a button.
     *
     * @param type {@code URL}, {@code QUICK_REPLY} and so on
     */
    record Button(int index, String type, String text) {}

    private static final Pattern NOT_TAKEN = Pattern.compile("\\R|\t| {5}");
    private static final Set<String> WRITTEN = Set.of("text", "payload");

    static TemplateCall read(JsonNode template, EmulatorState state) {
        template.path("components").forEach(component -> component.path("parameters").forEach(TemplateCall::check));
        return new TemplateCall(template.path("name").asText(), template.path("language").path("code").asText(),
                parameters(template, "header", state), parameters(template, "body", state), file(template),
                buttons(template));
    }

    /** Returns the type of the file in the header; empty if there is none. */
    private static String file(JsonNode template) {
        for (JsonNode component : template.path("components")) {
            for (JsonNode parameter : component.path("parameters")) {
                if (component.path("type").asText().equalsIgnoreCase("header") && isMedia(parameter)) {
                    return parameter.path("type").asText().toUpperCase(Locale.ROOT);
                }
            }
        }
        return "";
    }

    private static List<Button> buttons(JsonNode template) {
        var buttons = new ArrayList<Button>();
        for (JsonNode component : template.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("button")) {
                JsonNode parameter = component.path("parameters").path(0);
                buttons.add(new Button(component.path("index").asInt(),
                        component.path("sub_type").asText().toUpperCase(Locale.ROOT),
                        parameter.path(parameter.path("type").asText("text")).asText()));
            }
        }
        return buttons;
    }

    private static Map<String, String> parameters(JsonNode template, String type, EmulatorState state) {
        var parameters = new LinkedHashMap<String, String>();
        for (JsonNode component : template.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase(type)) {
                for (JsonNode parameter : component.path("parameters")) {
                    if (!isMedia(parameter)) {
                        String key = parameter.path("parameter_name").asText(Integer.toString(parameters.size() + 1));
                        parameters.put(key, value(parameter, state));
                    }
                }
            }
        }
        return parameters;
    }

    /** Checks that a text is a single line and not empty. */
    private static void check(JsonNode parameter) {
        String type = parameter.path("type").asText("text");
        String text = WRITTEN.contains(type)
                ? parameter.path(type).asText()
                : parameter.path(type).path("fallback_value").asText();
        if (WRITTEN.contains(type) && text.isBlank()) {
            throw new Refusal(ApiError.of(400, 131008, "Required parameter is missing",
                    "Parameter of type %s is missing %s value".formatted(type, type)));
        }
        if (NOT_TAKEN.matcher(text).find()) {
            throw new Refusal(ApiError.of(400, 132018, "Template Parameter Format Error",
                    "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"));
        }
    }

    private static boolean isMedia(JsonNode parameter) {
        return MediaKind.named(parameter.path("type").asText()).isPresent();
    }

    private static String value(JsonNode parameter, EmulatorState state) {
        String type = parameter.path("type").asText("text");
        if (type.equals("text")) {
            return parameter.path("text").asText();
        }
        if (type.equals("group_id")) {
            return inviteLink(parameter.path("group_id").asText(), state);
        }
        return parameter.path(type).path("fallback_value").asText();
    }

    private static String inviteLink(String groupId, EmulatorState state) {
        if (!state.groups().containsKey(groupId)) {
            throw new Refusal(ApiError.UNKNOWN_GROUP);
        }
        return state.groups().get(groupId).inviteLink();
    }
}
