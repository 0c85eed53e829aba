package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.tracing.opentelemetry.instrument.http.server.MicronautHttpServerTelemetryFactory.Server;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.AttributesExtractor;
import io.opentelemetry.semconv.UrlAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Extractor that removes the query from the spans of HTTP requests, because the webhook's handshake has the verify
 * token there.
 */
@Server
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class WithoutQuery implements AttributesExtractor<HttpRequest<?>, HttpResponse<?>> {

    @Override
    public void onStart(AttributesBuilder attributes, Context parent, HttpRequest<?> request) {
        attributes.put(UrlAttributes.URL_QUERY, "");
    }

    @Override
    public void onEnd(AttributesBuilder attributes, Context context, HttpRequest<?> request,
            @Nullable HttpResponse<?> response, @Nullable Throwable error) {}
}
