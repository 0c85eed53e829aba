package dev.tertulia.server.tracing;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.TimerFired;

/**
 * The trace, id and parent of a span. They are derived from ids of events and sends: nothing is stored or passed on,
 * and every replica computes the same identity at any time.
 *
 * @param trail  the correlation id, which is the trace
 * @param id     of the span; {@code null} for a random one, because no span has it as its parent
 * @param parent id of the parent span; {@code null} for the root
 */
record SpanIdentity(CorrelationId trail, @Nullable String id, @Nullable String parent) {

    static SpanIdentity ofAccepted(Event event) {
        CorrelationId trail = CorrelationId.of(event);
        return new SpanIdentity(trail, trail.mark(), null);
    }

    /**
     * The identity of a turn.
     *
     * @param over whether this is the last attempt at the event, so that its effects have this span as their parent
     */
    static SpanIdentity ofTurn(Event event, boolean over) {
        CorrelationId trail = CorrelationId.of(event);
        return switch (event) {
            case MessageStatus status when status.callback() != null ->
                new SpanIdentity(trail, null, trail.mark(status.messageId()));
            case OperationEnded ended -> new SpanIdentity(trail, null, asker(ended.operation().id().value()));
            case TimerFired fired ->
                over ? new SpanIdentity(trail, turned(trail), null) : new SpanIdentity(trail, null, turned(trail));
            default -> new SpanIdentity(trail, over ? turned(trail) : null, trail.mark());
        };
    }

    /**
     * The identity of a request to WhatsApp.
     *
     * @param messageId WhatsApp's id of the message, if it accepted one
     */
    static SpanIdentity ofSend(String sendId, @Nullable String messageId) {
        CorrelationId trail = CorrelationId.ofSend(sendId);
        return new SpanIdentity(trail, messageId == null ? null : trail.mark(messageId), asker(sendId));
    }

    /** The span of the turn that made the send; {@code null} for broadcasts and for sends made outside turns. */
    private static @Nullable String asker(String sendId) {
        return CorrelationId.in(sendId).map(SpanIdentity::turned).orElse(null);
    }

    private static String turned(CorrelationId trail) {
        return trail.mark("turned");
    }

    String traceId() {
        return trail.traceId();
    }
}
