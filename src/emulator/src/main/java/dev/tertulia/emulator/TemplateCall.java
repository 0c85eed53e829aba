package dev.tertulia.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The template that a call names, with the parameters of its body. */
record TemplateCall(String name, String language, Map<String, String> parameters) {

    static TemplateCall read(JsonNode template, World world) {
        var parameters = new LinkedHashMap<String, String>();
        for (JsonNode component : template.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("body")) {
                for (JsonNode parameter : component.path("parameters")) {
                    String key = parameter.path("parameter_name").asText(Integer.toString(parameters.size() + 1));
                    parameters.put(key, value(parameter, world));
                }
            }
        }
        return new TemplateCall(template.path("name").asText(), template.path("language").path("code").asText(),
                parameters);
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
