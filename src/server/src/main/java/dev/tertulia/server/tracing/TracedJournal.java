package dev.tertulia.server.tracing;

import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;

import dev.tertulia.journal.Journal;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.WireError;

/** A journal that records spans of events and turns, and delegates to another journal. */
final class TracedJournal implements Journal {

    private final Journal journal;
    private final Spans spans;

    TracedJournal(Journal journal, Spans spans) {
        this.journal = journal;
        this.spans = spans;
    }

    @Override
    public void record(Entry entry) {
        journal.record(entry);
    }

    /** Deliveries are repeated unchanged: if one event is new, all of them are. */
    @Override
    public void accepted(Accepted accepted) {
        if (accepted.fresh() > 0) {
            Span delivery = Span.current();
            accepted.events().stream().filter(event -> !aboutSend(event))
                    .forEach(event -> accepted(accepted, event, delivery));
        }
        journal.accepted(accepted);
    }

    private void accepted(Accepted accepted, Event event, Span delivery) {
        Span span = spans.since(accepted.took(), "accept", SpanKind.CONSUMER, SpanIdentity.ofAccepted(event),
                new Spans.Where(accepted.number(), event.group())).setAttribute(Spans.EVENT, kind(event));
        if (delivery.getSpanContext().isValid()) {
            span.addLink(delivery.getSpanContext());
        }
        span.end();
    }

    /** A status belongs to the trace of its send, and is recorded there after its turn. */
    private static boolean aboutSend(Event event) {
        return event instanceof MessageStatus status && status.callback() != null;
    }

    @Override
    public void turned(Turned turned) {
        Event event = turned.event();
        Ending ending = turned.ending();
        Span span = spans.since(turned.took(), name(event), SpanKind.INTERNAL,
                SpanIdentity.ofTurn(event, ending.over()),
                new Spans.Where(turned.number(), event.group()));
        span.setAttribute(Spans.EVENT, kind(event)).setAttribute(Spans.HANDLERS, ending.handlers());
        show(event, ending, span);
        if (ending.failure() != null) {
            span.setStatus(StatusCode.ERROR, ending.handlers() + ": " + ending.failure().getClass().getName());
        } else if (!ending.over()) {
            span.setStatus(StatusCode.ERROR, "the claim was lost; nothing was written");
        }
        span.end();
        journal.turned(turned);
    }

    private static void show(Event event, Ending ending, Span span) {
        switch (event) {
            case MessageStatus status -> {
                span.setAttribute(Spans.OUTCOME, status.state().name()).setAttribute(Spans.MESSAGE, status.messageId());
                refused(span, status.errors().stream());
            }
            case OperationEnded ended -> {
                Operation operation = ended.operation();
                span.setAttribute(Spans.OUTCOME, operation.state().name())
                        .setAttribute(Spans.SEND, operation.id().value());
                refused(span, Stream.concat(operation.result().errors().stream(),
                        operation.result().items().stream().map(Operation.Item::errors).flatMap(List::stream)));
            }
            default -> span.setAttribute(Spans.OUTCOME, ending.step().name());
        }
    }

    private static void refused(Span span, Stream<WireError> errors) {
        errors.findFirst().ifPresent(error -> Spans.refuse(span, error.code()));
    }

    private static String name(Event event) {
        return switch (event) {
            case MessageStatus status -> "status";
            case OperationEnded ended -> "operation";
            default -> "turn";
        };
    }

    private static String kind(Event event) {
        return event.getClass().getSimpleName();
    }
}
