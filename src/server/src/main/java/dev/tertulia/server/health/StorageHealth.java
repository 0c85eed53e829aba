package dev.tertulia.server.health;

import java.util.Map;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.scheduling.TaskExecutors;

import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.StorageProbe;
import dev.tertulia.store.StoreUnavailable;

/**
 * Readiness indicator that is down while the store accepts no writes. Liveness is not affected, because a restart does
 * not help.
 */
@Singleton
@Requires(beans = Settings.class)
final class StorageHealth extends AbstractHealthIndicator<Map<String, String>> {

    private final StorageProbe storage;

    StorageHealth(StorageProbe storage, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.storage = storage;
        this.executorService = executor;
    }

    @Override
    protected String getName() {
        return "store";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        try {
            storage.look();
            healthStatus = HealthStatus.UP;
            return Map.of();
        } catch (StoreUnavailable away) {
            healthStatus = HealthStatus.DOWN;
            return Map.of("error", String.valueOf(away.getMessage()));
        }
    }
}
