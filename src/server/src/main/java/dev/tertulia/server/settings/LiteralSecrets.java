package dev.tertulia.server.settings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.naming.NameUtils;

/** Secrets as written. Text that looks like a placeholder, such as <code>${HOME}</code>, is part of the secret. */
final class LiteralSecrets {

    private static final Pattern SECRETS = Pattern
            .compile(
                    "whatsapp\\.(numbers\\..*\\.)?(access-token|app-secret|verify-token)|redis\\.uri|tertulia\\.console\\.(reader-)?password|tertulia\\.classifiers\\..*\\.token");

    /** Of each source, from the lowest precedence to the highest, the values by their names in its own convention. */
    private final List<Source> sources;

    LiteralSecrets(Environment environment) {
        this.sources = environment.getPropertySources().stream()
                .sorted(Comparator.comparingInt(PropertySource::getOrder)).map(Source::of).toList();
    }

    /** @param variables whether the names are those of environment variables */
    private record Source(boolean variables, Map<String, Object> values) {

        static Source of(PropertySource source) {
            boolean variables = source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE;
            Map<String, Object> values = new HashMap<>();
            for (String written : source) {
                Object value = source.get(written);
                if (value != null) {
                    values.put(variables ? written.toUpperCase(Locale.ROOT) : NameUtils.hyphenate(written, true),
                            value);
                }
            }
            return new Source(variables, values);
        }

        Optional<String> find(String key) {
            String name = variables ? Keys.variable(key) : key;
            return Optional.ofNullable(values.get(name)).map(Object::toString);
        }
    }

    /** Whether a key holds a secret. */
    static boolean holds(String key) {
        return SECRETS.matcher(key).matches();
    }

    /** The secret of the source with the highest precedence. */
    Optional<String> find(String key) {
        return sources.reversed().stream().flatMap(source -> source.find(key).stream()).findFirst();
    }
}
