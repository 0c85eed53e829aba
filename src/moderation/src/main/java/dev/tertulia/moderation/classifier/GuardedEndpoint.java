package dev.tertulia.moderation.classifier;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint that is left alone while it fails: once half of ten calls have failed, only one call in 30 seconds is made
 * until one succeeds. Calls are bounded, so that a slow endpoint holds up few events.
 */
final class GuardedEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedEndpoint.class);
    private static final int CALLS = 10;
    private static final int FEWEST_CALLS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 32;

    private final String name;
    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER).build();
    private final ModerationRequest request;
    private final CircuitBreaker breaker;
    private final Semaphore permits = new Semaphore(MOST_AT_ONCE);
    private volatile String reason = "";

    GuardedEndpoint(ClassifierEndpoint endpoint, Clock clock) {
        name = endpoint.name();
        request = new ModerationRequest(client, endpoint);
        breaker = CircuitBreaker.of(name, CircuitBreakerConfig.custom().slidingWindowSize(CALLS)
                .minimumNumberOfCalls(FEWEST_CALLS).waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1).clock(clock).build());
        breaker.getEventPublisher().onStateTransition(event -> turned(event.getStateTransition().getToState()));
    }

    private void turned(State state) {
        if (state == State.OPEN) {
            LOG.warn("Classifier {} fails ({}); its conditions do not hold until it answers again", name, reason);
        } else if (state == State.CLOSED) {
            LOG.info("Classifier {} answers again", name);
        }
    }

    /** The scores of a text; fails at once while the endpoint is left alone. */
    CompletableFuture<Scores> scores(String text) {
        if (!permits.tryAcquire()) {
            return CompletableFuture.failedFuture(new ClassifierFailure("too many calls at once"));
        }
        if (!breaker.tryAcquirePermission()) {
            permits.release();
            return CompletableFuture.failedFuture(new ClassifierFailure("left alone after failures"));
        }
        return request.send(text).whenComplete(this::settle);
    }

    private void settle(Scores scores, Throwable failure) {
        if (failure == null) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            reason = ClassifierFailure.reason(failure);
            LOG.debug("Classifier {} has failed: {}", name, reason);
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
        permits.release(); // last, so that whoever takes it sees the outcome
    }

    /** Ends all calls. */
    void close() {
        client.shutdownNow();
    }
}
