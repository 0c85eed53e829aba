package dev.tertulia.server.console.page;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;

import dev.tertulia.server.console.access.Session;
import dev.tertulia.store.StoreUnavailable;

/** Answers 503 while the store is not available. A page of the console says why, and is loaded again. */
@Singleton
final class StoreAwayHandler implements ExceptionHandler<StoreUnavailable, HttpResponse<?>> {

    private static final String SECONDS = "5";

    private final Templates templates;

    StoreAwayHandler(Templates templates) {
        this.templates = templates;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, StoreUnavailable away) {
        Optional<Session> session = Session.of(request);
        boolean again = session.isPresent() && request.getMethod() == HttpMethod.GET;
        MutableHttpResponse<?> response = session.isEmpty()
                ? HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                : new ConsoleRequest(request, session.get(), templates)
                        .show("away.jte", new AwayPage(String.valueOf(away.getMessage()), again))
                        .status(HttpStatus.SERVICE_UNAVAILABLE);
        return again
                ? response.header("Refresh", SECONDS)
                : response.header(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
