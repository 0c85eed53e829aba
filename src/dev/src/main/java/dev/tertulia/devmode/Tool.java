package dev.tertulia.devmode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that an assistant can do with the emulator.
 *
 * @param description what it does, for the assistant
 * @param parameters  the parameters
 * @param action      returns the answer in words
 */
record Tool(String name, String description, List<Parameter> parameters, Function<Arguments, String> action) {

    /**
     * A parameter of a tool.
     *
     * @param type of JSON Schema
     */
    record Parameter(String name, String type, String description, boolean required) {}

    static Parameter needed(String name, String description) {
        return new Parameter(name, "string", description, true);
    }

    static Parameter text(String name, String description) {
        return new Parameter(name, "string", description, false);
    }

    static Parameter number(String name, String description) {
        return new Parameter(name, "integer", description, false);
    }

    /** The properties of its JSON Schema. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(),
                Map.of("type", parameter.type(), "description", parameter.description())));
        return properties;
    }

    List<String> required() {
        return parameters.stream().filter(Parameter::required).map(Parameter::name).toList();
    }
}
