package dev.tertulia.server.health;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import org.reactivestreams.Publisher;

import dev.tertulia.graph.http.Breaker;
import dev.tertulia.server.settings.Settings;

/**
 * Health indicator of the connection to WhatsApp. The process stays ready during an outage: it accepts deliveries and
 * answers them later.
 */
@Singleton
@Requires(beans = Settings.class)
final class GraphHealth implements HealthIndicator {

    static final HealthStatus DEGRADED = new HealthStatus("DEGRADED", "Ready, with problems", true,
            HealthStatus.UNKNOWN.getSeverity().orElse(0) + 1);

    private final Breaker breaker;

    GraphHealth(Breaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthResult.Builder result = HealthResult.builder("graph");
        return Publishers.just(breaker.away()
                ? result.status(DEGRADED).details(breaker.host() + " does not answer; sends wait")
                        .build()
                : result.status(HealthStatus.UP).build());
    }
}
