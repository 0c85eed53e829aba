package dev.tertulia.server.settings;

import java.util.Map;
import java.util.Optional;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;

/** Factory of application contexts with the operator's configuration. */
public final class ConfiguredContext {

    /** Defaults, which the configuration overrides. */
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("micronaut.application.name", "tertulia"),
            Map.entry("micronaut.server.host", "0.0.0.0"),
            Map.entry("micronaut.server.port", LocalServer.USUAL_PORT),
            Map.entry("micronaut.server.max-request-size", SettingsReader.LARGEST_DELIVERY),
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            Map.entry("endpoints.all.enabled", false),
            Map.entry("endpoints.health.enabled", true),
            Map.entry("endpoints.health.details-visible", "ANONYMOUS"),
            Map.entry("endpoints.health.discovery-client.enabled", false),
            Map.entry("endpoints.prometheus.enabled", true),
            Map.entry("endpoints.prometheus.sensitive", false),
            Map.entry("endpoints.loggers.enabled", true),
            Map.entry("endpoints.loggers.sensitive", false),
            Map.entry("endpoints.loggers.write-sensitive", false),
            Map.entry("micronaut.metrics.enabled", true),
            Map.entry("micronaut.otel.enabled", false),
            Map.entry("otel.exclusions", "/(health|prometheus|console|playground|emulator|demo|v\\d).*"));
    /** The order of a property source that any configuration overrides. */
    public static final int BELOW_ALL_OTHERS = -1_000;
    private static final Map<String, Object> TRACES_DEFAULTS = Map.of("micronaut.otel.enabled", true);

    private ConfiguredContext() {}

    /**
     * Creates a context with the configuration of this folder and environment, in which nothing runs yet.
     *
     * @param properties take precedence over all others
     */
    public static ApplicationContext of(Map<String, Object> properties) {
        return of(properties, ConfiguredContext.class.getClassLoader());
    }

    /**
     * Creates a context with the configuration of this folder and environment, in which nothing runs yet.
     *
     * @param properties take precedence over all others
     * @param classes    finds the beans
     * @throws BadSettings if the file of settings cannot be read
     */
    public static ApplicationContext of(Map<String, Object> properties, ClassLoader classes) {
        ApplicationContext context = ApplicationContext.builder().classLoader(classes).banner(false)
                .deduceEnvironment(false).bootstrapEnvironment(false)
                .propertySources(PropertySource.of("defaults", DEFAULTS, BELOW_ALL_OTHERS)).properties(properties)
                .build();
        try {
            context.getEnvironment().start();
            addTraces(context.getEnvironment());
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw UnreadableFile.explain(e);
        }
    }

    private static void addTraces(Environment environment) {
        setting(environment, "otel.traces.exporter").filter(exporter -> !exporter.equals("none"))
                .ifPresent(exporter -> environment.addPropertySource(
                        PropertySource.of("traces", TRACES_DEFAULTS, BELOW_ALL_OTHERS + 1)));
    }

    /** A setting of text, from wherever it is set; empty if it is blank or cannot be read. */
    public static Optional<String> setting(Environment environment, String key) {
        return new Keys(environment).text(key);
    }
}
