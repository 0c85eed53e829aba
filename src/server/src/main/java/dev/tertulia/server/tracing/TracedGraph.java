package dev.tertulia.server.tracing;

import java.time.Duration;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.graph.Action;
import dev.tertulia.graph.ForwardingGraph;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.Outcome;

/** A Graph that shows what a number asks of another. */
final class TracedGraph extends ForwardingGraph {

    private final String number;
    private final Spans spans;

    TracedGraph(Graph graph, String number, Spans spans) {
        super(graph);
        this.number = number;
        this.spans = spans;
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        long begun = System.nanoTime();
        Outcome outcome = super.execute(group, action, callback);
        Span span = spans.since(Duration.ofNanos(System.nanoTime() - begun), "send", SpanKind.CLIENT,
                Place.ofSend(callback, messageId(outcome)), new Spans.Where(number, group));
        span.setAttribute(Spans.SEND, callback).setAttribute(Spans.ACTION, action.getClass().getSimpleName())
                .setAttribute(Spans.OUTCOME, outcome.getClass().getSimpleName());
        switch (outcome) {
            case Outcome.Accepted accepted -> {
            }
            case Outcome.Refused refused -> Spans.refuse(span, refused.error().code());
            case Outcome.NotSent notSent -> span.setStatus(StatusCode.ERROR, "it never got there");
            case Outcome.Unclear unclear -> span.setStatus(StatusCode.ERROR, "the answer is missing");
        }
        span.end();
        return outcome;
    }

    private static @Nullable String messageId(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted ? accepted.messageId() : null;
    }
}
