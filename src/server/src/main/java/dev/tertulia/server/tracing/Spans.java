package dev.tertulia.server.tracing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.message.Origin;

/** Factory of spans for completed work. */
@Singleton
final class Spans {

    static final AttributeKey<String> EVENT = AttributeKey.stringKey("tertulia.event");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("tertulia.outcome");
    static final AttributeKey<String> SEND = AttributeKey.stringKey("tertulia.send.id");
    static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("tertulia.message.id");
    static final AttributeKey<String> HANDLERS = AttributeKey.stringKey("tertulia.handlers");
    static final AttributeKey<String> ACTION = AttributeKey.stringKey("tertulia.action");
    private static final AttributeKey<String> NUMBER = AttributeKey.stringKey("tertulia.number");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("tertulia.group");
    private static final AttributeKey<Long> CODE = AttributeKey.longKey("tertulia.error.code");

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;
    private final Sampler sampler;
    private final DerivedIds ids;
    private final Clock clock = Clock.systemUTC();

    Spans(OpenTelemetry sdk, DerivedIds ids) {
        this.sdk = (OpenTelemetrySdk) sdk;
        this.tracer = sdk.getTracer("dev.tertulia");
        this.sampler = this.sdk.getSdkTracerProvider().getSampler();
        this.ids = ids;
    }

    /** The number and group of a span. The id of any other chat contains a phone number, so it is left out. */
    record Where(String number, String group) {

        Where {
            group = Origin.isGroup(group) ? group : "";
        }
    }

    /** Starts a span that began some time ago and is to be ended now. */
    Span since(Duration took, String name, SpanKind kind, SpanIdentity identity, Where where) {
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind).setStartTimestamp(clock.instant().minus(took))
                .setAttribute(NUMBER, where.number()).setAttribute(GROUP, where.group());
        return ids.start(identity.parent() == null
                ? span.setNoParent()
                : span.setParent(Context.root().with(Span.wrap(parent(identity.traceId(), identity.parent())))),
                identity);
    }

    /**
     * The context of a parent span. Whether it was sampled is not known here, but its sampler decided by the same trace
     * id.
     */
    private SpanContext parent(String traceId, String spanId) {
        boolean sampled = sampler.shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(),
                List.of()).getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
        return SpanContext.createFromRemoteParent(traceId, spanId,
                sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
    }

    /** Marks a span with an error of WhatsApp. Uses only the catalogue's words, because Meta's may name people. */
    static void refuse(Span span, int code) {
        span.setAttribute(CODE, (long) code).setStatus(StatusCode.ERROR, ErrorCatalogue.find(code)
                .map(entry -> entry.title() + ": " + entry.meaning()).orElse("not in the catalogue of errors"));
    }

    /** Exports the remaining spans. */
    @PreDestroy
    void close() {
        sdk.close();
    }
}
