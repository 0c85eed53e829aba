package dev.tertulia.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The template that a call names, with its parameters.
 *
 * @param header the texts for the header's places, keyed 1, 2 and so on, or by name
 * @param body the same for the body
 */
record TemplateCall(String name, String language, Map<String, String> header, Map<String, String> body) {

    static TemplateCall read(JsonNode template, World world) {
        return new TemplateCall(template.path("name").asText(), template.path("language").path("code").asText(),
                parameters(template, "header", world), parameters(template, "body", world));
    }

    private static Map<String, String> parameters(JsonNode template, String type, World world) {
        var parameters = new LinkedHashMap<String, String>();
        for (JsonNode component : template.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase(type)) {
                for (JsonNode parameter : component.path("parameters")) {
                    if (!isMedia(parameter)) {
                        String key = parameter.path("parameter_name").asText(Integer.toString(parameters.size() + 1));
                        parameters.put(key, value(parameter, world));
                    }
                }
            }
        }
        return parameters;
    }

    private static boolean isMedia(JsonNode parameter) {
        return MediaKind.named(parameter.path("type").asText()).isPresent();
    }

    private static String value(JsonNode parameter, World world) {
        String type = parameter.path("type").asText("text");
        if (type.equals("text")) {
            return parameter.path("text").asText();
        }
        if (type.equals("group_id")) {
            return inviteLink(parameter.path("group_id").asText(), world);
        }
        return parameter.path(type).path("fallback_value").asText();
    }

    private static String inviteLink(String groupId, World world) {
        if (!world.groups().containsKey(groupId)) {
            throw new Refusal(GraphError.UNKNOWN_GROUP);
        }
        return world.groups().get(groupId).inviteLink();
    }
}
