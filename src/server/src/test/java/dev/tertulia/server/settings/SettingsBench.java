package dev.tertulia.server.settings;

import java.util.HashMap;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;

/** Settings as they are read from variables and a file. */
abstract class SettingsBench {

    static final Map<String, Object> LIVE = Map.of("WHATSAPP_ACCESS_TOKEN", "EAAtoken", "WHATSAPP_APP_SECRET",
            "shh", "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID", "106540352242922", "REDIS_URI",
            "redis://localhost:6379");

    static Settings read(PropertySource... sources) {
        try (ApplicationContext context = ApplicationContext.builder().deduceEnvironment(false)
                .environmentPropertySource(false).propertySources(sources).build()) {
            return SettingsReader.read(context.getEnvironment().start());
        }
    }

    static PropertySource variables(Map<String, Object> variables) {
        return PropertySource.of("variables", variables, PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("test"));
    }

    static PropertySource file(Map<String, Object> keys) {
        return PropertySource.of("config/application.yml", keys);
    }

    /** Variables of a valid configuration with some of them changed; an empty one counts as missing. */
    static PropertySource liveBut(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(LIVE);
        all.putAll(changed);
        return variables(all);
    }
}
