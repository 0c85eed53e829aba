package dev.tertulia.server.console.access;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.server.settings.ConsoleSettings;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.turns.TurnLog;

/** Factory of the rule of access: by password if one is set, for this machine in the demo, else for nobody. */
@Factory
@Requires(beans = Settings.class)
final class AccessFactory {

    /** Sessions end by the time of the machine, since people can move the clock of the demo. */
    @Singleton
    ConsoleAccess access(Settings settings, Optional<TurnLog> demo) {
        ConsoleSettings console = settings.console();
        if (console.password().isPresent()) {
            return new PasswordAccess(settings.webhook().appSecret(), console, InstantSource.system());
        }
        return demo.<ConsoleAccess>map(log -> new LocalAccess()).orElseGet(NoAccess::new);
    }
}
