package dev.tertulia.server.cli.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A request of the emulator's control interface.
 *
 * @param path below {@code /emulator}
 * @param body {@code null} for none
 */
public record EmulatorRequest(String method, String path, @Nullable ObjectNode body) {

    /** A query. */
    public static EmulatorRequest get(String path) {
        return new EmulatorRequest("GET", path, null);
    }

    /**
     * A request with values in its path.
     *
     * @param route  method and path, such as {@code POST /groups/%s/messages}
     * @param values the values in the path, which are encoded
     */
    static EmulatorRequest of(String route, ObjectNode body, String... values) {
        String[] parts = route.split(" ");
        Object[] encoded = Stream.of(values).map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8)).toArray();
        return new EmulatorRequest(parts[0], parts[1].formatted(encoded), parts[0].equals("DELETE") ? null : body);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
