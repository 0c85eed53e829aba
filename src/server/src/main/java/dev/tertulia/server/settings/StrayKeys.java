package dev.tertulia.server.settings;

import java.util.Set;
import java.util.stream.StreamSupport;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.naming.NameUtils;

/** Finds keys in the configuration file that mean nothing: misspelt, they would be passed over in silence. */
final class StrayKeys {

    private StrayKeys() {}

    static void refuse(Environment environment, Set<String> known) {
        environment.getPropertySources().stream()
                .filter(source -> source.getConvention() == PropertySource.PropertyConvention.JAVA_PROPERTIES)
                .forEach(source -> StreamSupport.stream(source.spliterator(), false)
                        .filter(key -> key.startsWith("whatsapp.") || key.startsWith("tertulia."))
                        .filter(key -> !known.contains(NameUtils.hyphenate(key, true).replaceAll("\\[\\d+]$", "")))
                        .findFirst().ifPresent(key -> {
                            throw new BadSettings("%s in %s is no setting; the README lists them all."
                                    .formatted(key, source.getName()));
                        }));
    }
}
