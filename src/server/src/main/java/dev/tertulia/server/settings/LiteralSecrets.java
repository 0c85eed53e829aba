package dev.tertulia.server.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.naming.NameUtils;

/** Secrets as written. Text that looks like a placeholder, such as <code>${HOME}</code>, is part of the secret. */
record LiteralSecrets(Environment environment) {

    private static final Pattern SECRETS = Pattern
            .compile(
                    "whatsapp\\.(numbers\\..*\\.)?(access-token|app-secret|verify-token)|redis\\.uri|tertulia\\.console\\.(reader-)?password|tertulia\\.classifiers\\..*\\.token");

    /** Whether a key holds a secret. */
    static boolean holds(String key) {
        return SECRETS.matcher(key).matches();
    }

    /** The secret of the source with the highest precedence. */
    Optional<String> find(String key) {
        Optional<String> found = Optional.empty();
        List<PropertySource> sources = environment.getPropertySources().stream()
                .sorted(Comparator.comparingInt(PropertySource::getOrder)).toList();
        for (PropertySource source : sources) {
            for (String written : source) {
                Object value = isSame(source, written, key) ? source.get(written) : null;
                found = value == null ? found : Optional.of(value.toString());
            }
        }
        return found;
    }

    private static boolean isSame(PropertySource source, String written, String key) {
        return source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE
                ? written.equalsIgnoreCase(key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                : NameUtils.hyphenate(written, true).equals(key);
    }
}
