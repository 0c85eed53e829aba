package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.sdk.trace.IdGenerator;

/** An id generator that gives a span the ids of its identity, if it has one, and else random ids. */
@Singleton
final class DerivedIds implements IdGenerator {

    private static final ScopedValue<SpanIdentity> IDENTITY = ScopedValue.newInstance();

    private final IdGenerator random = IdGenerator.random();

    Span start(SpanBuilder span, SpanIdentity identity) {
        return ScopedValue.where(IDENTITY, identity).call(span::startSpan);
    }

    @Override
    public String generateSpanId() {
        String id = IDENTITY.isBound() ? IDENTITY.get().id() : null;
        return id == null ? random.generateSpanId() : id;
    }

    @Override
    public String generateTraceId() {
        return IDENTITY.isBound() ? IDENTITY.get().traceId() : random.generateTraceId();
    }
}
