package dev.tertulia.server.tracing;

import java.time.Duration;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.graph.ForwardingGraph;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.Outcome;

/** A Graph that records a span for each request of a number. */
final class TracedGraph extends ForwardingGraph {

    private static final Logger LOG = LoggerFactory.getLogger(TracedGraph.class);

    private final String number;
    private final Spans spans;

    TracedGraph(Graph graph, String number, Spans spans) {
        super(graph, e -> LOG.error("the span of a request could not be recorded", e));
        this.number = number;
        this.spans = spans;
    }

    @Override
    protected void tell(Request request, Outcome outcome, Duration took) {
        Span span = spans.since(took, "send", SpanKind.CLIENT,
                SpanIdentity.ofSend(request.callback(), messageId(outcome)),
                new Spans.Where(number, request.group()));
        span.setAttribute(Spans.SEND, request.callback())
                .setAttribute(Spans.ACTION, request.action().getClass().getSimpleName())
                .setAttribute(Spans.OUTCOME, outcome.getClass().getSimpleName());
        switch (outcome) {
            case Outcome.Accepted accepted -> {
            }
            case Outcome.Refused refused -> Spans.refuse(span, refused.error().code());
            case Outcome.NotSent notSent -> span.setStatus(StatusCode.ERROR, "not sent");
            case Outcome.Unclear unclear -> span.setStatus(StatusCode.ERROR, "no answer");
        }
        span.end();
    }

    private static @Nullable String messageId(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? accepted.messageId() : null;
    }
}
