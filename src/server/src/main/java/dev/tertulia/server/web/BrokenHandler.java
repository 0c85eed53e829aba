package dev.tertulia.server.web;

import jakarta.inject.Singleton;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 400 to an incomplete body and closes the connection. Logs it at debug level only. */
@Singleton
final class BrokenHandler implements ExceptionHandler<Bodies.Broken, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, Bodies.Broken broken) {
        LOG.debug("a body could not be read: {}", broken.getMessage());
        return HttpResponse.badRequest().header(HttpHeaders.CONNECTION, "close");
    }
}
