package dev.tertulia.server;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micronaut.context.ApplicationContext;

import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;

/** The bots of an installation, without starting the server. */
final class InstalledBots {

    private InstalledBots() {}

    /**
     * The classes of the bots that the server would run.
     *
     * @throws dev.tertulia.server.settings.BadSettings if a setting names a bot that does not exist
     * @throws dev.tertulia.handler.BadHandler          if a handler is wrong
     */
    static List<Class<?>> running(Map<String, Object> properties) {
        Map<String, Object> quiet = new HashMap<>(properties);
        quiet.put("micronaut.health.monitor.enabled", false); // would start threads
        try (ApplicationContext context = ConfiguredContext.of(quiet)) {
            Settings settings = SettingsReader.read(context.getEnvironment());
            context.registerSingleton(Settings.class, settings);
            context.registerSingleton(InstantSource.class, InstantSource.system());
            context.start();
            HandlerFinder finder = context.getBean(HandlerFinder.class);
            List<Class<?>> serving = BotChoice.of(finder.bots(), settings.bots()).serving();
            if (!serving.isEmpty()) {
                finder.handlers(settings.line().dispatch(), serving);
            }
            return serving;
        }
    }
}
