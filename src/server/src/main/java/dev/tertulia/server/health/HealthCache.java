package dev.tertulia.server.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.management.endpoint.health.HealthLevelOfDetail;
import io.micronaut.management.health.aggregator.HealthAggregator;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Finds out how the process is at most once a second, however many ask: outsiders may ask as often as they like. */
@Singleton
final class HealthCache implements BeanCreatedEventListener<HealthAggregator<HealthResult>> {

    private static final Duration AGE = Duration.ofSeconds(1);

    @Override
    public HealthAggregator<HealthResult> onCreated(BeanCreatedEvent<HealthAggregator<HealthResult>> event) {
        return new Cached(event.getBean(), new ConcurrentHashMap<>());
    }

    /** What is asked for: there are a few, since the indicators are the process's own. */
    private record Question(List<HealthIndicator> indicators, HealthLevelOfDetail detail) {}

    private record Cached(HealthAggregator<HealthResult> aggregator, Map<Question, Mono<HealthResult>> latest)
            implements
                HealthAggregator<HealthResult> {

        /** Deferred, since some indicators look when they are called and not when they are subscribed to. */
        @Override
        public Publisher<HealthResult> aggregate(HealthIndicator[] indicators, HealthLevelOfDetail detail) {
            return latest.computeIfAbsent(new Question(Arrays.asList(indicators), detail),
                    question -> Mono.defer(() -> Mono.from(aggregator.aggregate(indicators, detail))).cache(AGE));
        }

        @Override
        public Publisher<HealthResult> aggregate(String name, Publisher<HealthResult> results) {
            return aggregator.aggregate(name, results);
        }
    }
}
