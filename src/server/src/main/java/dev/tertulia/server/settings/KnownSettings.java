package dev.tertulia.server.settings;

import java.util.List;

import io.micronaut.context.env.Environment;

/** The settings of this process for people to look at: secrets are not shown. */
public final class KnownSettings {

    private static final String HIDDEN = "***";

    private KnownSettings() {}

    /**
     * A setting.
     *
     * @param key      such as {@code tertulia.port}
     * @param variable such as {@code TERTULIA_PORT}
     * @param value    as it was set; hidden for a secret
     */
    public record Setting(String key, String variable, String value) {}

    /** The settings that are set, by name. All others have the values that the README tells. */
    public static List<Setting> of(Environment environment) {
        return SettingsReader.known(environment).stream().filter(environment::containsProperty).sorted()
                .map(key -> new Setting(key, Keys.variable(key),
                        value(environment, key)))
                .toList();
    }

    private static String value(Environment environment, String key) {
        return LiteralSecrets.holds(key)
                ? HIDDEN
                : environment.getProperty(key, Object.class).map(Object::toString).orElse("");
    }
}
