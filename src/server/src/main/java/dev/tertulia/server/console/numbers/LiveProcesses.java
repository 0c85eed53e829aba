package dev.tertulia.server.console.numbers;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.server.storage.ThisProcess;
import dev.tertulia.store.Processes.ProcessState;

/** The processes that are alive. */
@Singleton
@Requires(beans = Settings.class)
final class LiveProcesses {

    private final Storage storage;
    private final ThisProcess own;

    LiveProcesses(Storage storage, ThisProcess own) {
        this.storage = storage;
        this.own = own;
    }

    /** All of them. */
    List<ProcessState> all() {
        return storage.processes().all();
    }

    /** The name of this process. */
    String own() {
        return own.name();
    }

    /** The time of the machine, by which processes say when they started. */
    Instant now() {
        return Instant.now();
    }
}
