package dev.tertulia.server.health;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import org.reactivestreams.Publisher;

import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** Readiness indicator that is down while the process stops, so that load balancers send deliveries elsewhere. */
@Singleton
@Requires(beans = Settings.class)
final class DrainHealth implements HealthIndicator {

    private final Lines lines;

    DrainHealth(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthResult.Builder result = HealthResult.builder("lines");
        return Publishers.just(lines.stopping()
                ? result.status(HealthStatus.DOWN)
                        .details(
                                "this process is stopping: it finishes its work in progress, and other replicas take over")
                        .build()
                : result.status(HealthStatus.UP).build());
    }
}
