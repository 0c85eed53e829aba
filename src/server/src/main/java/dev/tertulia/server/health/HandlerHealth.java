package dev.tertulia.server.health;

import java.util.Map;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import org.reactivestreams.Publisher;

import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.server.settings.Settings;

/**
 * Health indicator that names handlers whose calls run past their limit. The process stays ready, because other
 * handlers are not affected.
 */
@Singleton
@Requires(beans = Settings.class)
final class HandlerHealth implements HealthIndicator {

    private final HandlerRuntime handlers;

    HandlerHealth(HandlerRuntime handlers) {
        this.handlers = handlers;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Map<String, Integer> stuck = handlers.stuck();
        HealthResult.Builder result = HealthResult.builder("handlers");
        return Publishers.just(stuck.isEmpty()
                ? result.status(HealthStatus.UP).build()
                : result.status(GraphHealth.DEGRADED).details(stuck).build());
    }
}
