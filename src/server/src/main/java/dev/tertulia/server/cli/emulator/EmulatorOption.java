package dev.tertulia.server.cli.emulator;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;

import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.LocalServer;

/** The usual address of the emulator. */
final class EmulatorOption {

    static final String NAME = "--emulator";
    static final String DESCRIPTION = "The address of the emulator or demo; by default WHATSAPP_GRAPH_URL if it is on this"
            + " machine, otherwise the demo at the configured port.";

    private static final Pattern HERE = Pattern.compile("https?://(localhost|127[.0-9]*|\\[::1])(:\\d{1,5})?/?");

    private EmulatorOption() {}

    /** The address that the settings imply: the emulator that the bots call, or else the demo of this machine. */
    static URI configured(Map<String, Object> properties) {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            Environment environment = context.getEnvironment();
            return ConfiguredContext.setting(environment, "whatsapp.graph-url").filter(HERE.asMatchPredicate())
                    .map(URI::create).orElseGet(() -> LocalServer.in(environment).url());
        }
    }
}
