package dev.tertulia.server.tracing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.business.GroupInfo;
import dev.tertulia.graph.Action;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.ListedGroup;
import dev.tertulia.graph.Outcome;

/** A Graph that shows what a number asks of another. */
final class TracedGraph implements Graph {

    private final Graph graph;
    private final String number;
    private final Spans spans;

    TracedGraph(Graph graph, String number, Spans spans) {
        this.graph = graph;
        this.number = number;
        this.spans = spans;
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        long begun = System.nanoTime();
        Outcome outcome = graph.execute(group, action, callback);
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

    @Override
    public Optional<List<ListedGroup>> groups() {
        return graph.groups();
    }

    @Override
    public Optional<GroupInfo> info(String group) {
        return graph.info(group);
    }
}
