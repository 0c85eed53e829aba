package dev.tertulia.server.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;

/**
 * The settings that other parts of the process read by themselves, as {@link Keys} reads them: from the file that a variable
 * names, without white space at their ends, and not at all if they are blank.
 */
final class ServerProperties {

    private static final int ABOVE_ALL_OTHERS = 1_000;
    private static final List<String> SHARED = List.of("tertulia.management.visible", "tertulia.most-connections",
            "tertulia.request-deadline", "tertulia.command-prefix", "tertulia.moderation",
            "tertulia.moderation-reload");
    /** The names that Micronaut has for settings. */
    private static final Map<String, String> OF_MICRONAUT = Map.of("tertulia.host", "micronaut.server.host",
            "tertulia.port", "micronaut.server.port", "tertulia.largest-delivery", "micronaut.server.max-request-size",
            "tertulia.management.port", "endpoints.all.port");

    private ServerProperties() {}

    /** Adds them to the environment from which they are read. */
    static void addTo(Environment environment, Keys keys) {
        Map<String, Object> read = new HashMap<>();
        SHARED.forEach(key -> keys.text(key).ifPresent(text -> read.put(key, text)));
        OF_MICRONAUT.forEach((key, name) -> keys.text(key).ifPresent(text -> read.put(name, text)));
        environment.addPropertySource(PropertySource.of("settings", read, ABOVE_ALL_OTHERS));
    }
}
