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

/** Cache of health results for one second, because clients may ask for them at any rate. */
@Singleton
final class HealthCache implements BeanCreatedEventListener<HealthAggregator<HealthResult>> {

    private static final Duration AGE = Duration.ofSeconds(1);

    @Override
    public HealthAggregator<HealthResult> onCreated(BeanCreatedEvent<HealthAggregator<HealthResult>> event) {
        return new Cached(event.getBean(), new ConcurrentHashMap<>());
    }

    /** The key of a cached result. There are few keys, because the indicators are fixed. */
    private record Question(List<HealthIndicator> indicators, HealthLevelOfDetail detail) {}

    private record Cached(HealthAggregator<HealthResult> aggregator, Map<Question, Mono<HealthResult>> latest)
            implements
                HealthAggregator<HealthResult> {

        /** Defers the call, because some indicators check when they are called, not when they are subscribed to. */
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
