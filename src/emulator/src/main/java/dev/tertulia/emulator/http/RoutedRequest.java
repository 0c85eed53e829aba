package dev.tertulia.emulator.http;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Request with the values of its route's path variables. */
public record RoutedRequest(Request request, Map<String, String> pathValues) {

    public String pathValue(String name) {
        return pathValues.get(name);
    }

    public ObjectNode json() {
        return Json.read(request.body());
    }

    /** Retains the keys that the query parameter {@code fields} selects, and the id. Retains all keys without {@code fields}. */
    public ObjectNode selected(ObjectNode all) {
        return selected(all, String.join(",", all.properties().stream().map(Map.Entry::getKey).toList()));
    }

    public ObjectNode selected(ObjectNode all, String usualFields) {
        String fields = request.query().getOrDefault("fields", usualFields) + ",id";
        return all.retain(fields.split(","));
    }

    public int number(String queryKey, int otherwise) {
        @Nullable
        String value = request.query().get(queryKey);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' must be a whole number, not '%s'.".formatted(queryKey, value), e);
        }
    }
}
