package dev.tertulia.graph.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;

/**
 * A circuit breaker: after five failures in a row only one request every five seconds is sent, until one is answered.
 * An error is an answer unless its status is 500 or higher.
 */
public final class Breaker implements FileTransport {

    private static final int FAILURES = 5;
    private static final float ALL = 100;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final FileTransport transport;
    private final String host;
    private final Journal journal;
    private final CircuitBreaker breaker;
    private volatile boolean away;

    /**
     * A breaker before this transport.
     *
     * @param host as people know it
     */
    public Breaker(FileTransport transport, String host, Clock clock, Journal journal) {
        this.transport = transport;
        this.host = host;
        this.journal = journal;
        this.breaker = CircuitBreaker.of(host, CircuitBreakerConfig.custom().slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES).failureRateThreshold(ALL).waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1).clock(clock).build());
        breaker.getEventPublisher().onStateTransition(event -> turned(event.getStateTransition().getToState()));
    }

    /** Whether the host is considered unavailable. */
    public boolean away() {
        return away;
    }

    /** The name of the host for people. */
    public String host() {
        return host;
    }

    @Override
    public Answer exchange(String method, String path, String accessToken, RequestBody payload) throws IOException {
        return guarded(() -> transport.exchange(method, path, accessToken, payload));
    }

    /** Downloads come from other hosts, which say nothing about this one. */
    @Override
    public Download download(URI address, String accessToken) throws IOException {
        return transport.download(address, accessToken);
    }

    private interface Request {
        Answer ask() throws IOException;
    }

    private Answer guarded(Request request) throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw new HostUnavailable(host);
        }
        try {
            Answer answer = request.ask();
            if (answer.status() < SERVER_ERROR) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            } else {
                breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("HTTP " + answer.status()));
            }
            return answer;
        } catch (IOException e) {
            breaker.onError(0, TimeUnit.NANOSECONDS, e);
            throw e;
        } catch (RuntimeException | Error notTheHost) {
            breaker.releasePermission();
            throw notTheHost;
        }
    }

    /** Logs an outage once, however many requests fail. */
    private synchronized void turned(State state) {
        if (state == State.OPEN && !away) {
            away = true;
            record(Step.HOST_AWAY,
                    host + " did not answer " + FAILURES
                            + " times in a row: everything that is to be sent waits, and nothing is lost;"
                            + " look at Meta's status page and at this machine's network");
        } else if (state == State.CLOSED && away) {
            away = false;
            record(Step.HOST_BACK, host + " answers again");
        }
    }

    private void record(Step step, String detail) {
        journal.record(new Journal.Entry(step, "", "", host, detail));
    }
}
