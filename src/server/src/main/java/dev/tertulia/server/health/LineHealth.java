package dev.tertulia.server.health;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import org.reactivestreams.Publisher;

import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/**
 * Liveness indicator that is up while the threads of all lines run. After the loss of a thread, only another process
 * can continue the work.
 */
@Singleton
@Liveness
@Requires(beans = Settings.class)
public final class LineHealth implements HealthIndicator {

    private final Lines lines;

    public LineHealth(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("threads")
                .status(lines.alive() ? HealthStatus.UP : HealthStatus.DOWN).build());
    }
}
