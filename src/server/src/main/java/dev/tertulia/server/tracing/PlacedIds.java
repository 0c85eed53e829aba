package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.sdk.trace.IdGenerator;

/** Gives a span the ids of its place, and all others ids by chance. */
@Singleton
final class PlacedIds implements IdGenerator {

    private static final ScopedValue<Place> PLACE = ScopedValue.newInstance();

    private final IdGenerator chance = IdGenerator.random();

    Span start(SpanBuilder span, Place place) {
        return ScopedValue.where(PLACE, place).call(span::startSpan);
    }

    @Override
    public String generateSpanId() {
        String id = PLACE.isBound() ? PLACE.get().id() : null;
        return id == null ? chance.generateSpanId() : id;
    }

    @Override
    public String generateTraceId() {
        return PLACE.isBound() ? PLACE.get().traceId() : chance.generateTraceId();
    }
}
