package dev.tertulia.server.tracing;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.TimerFired;

/**
 * Where a span belongs. It is derived from ids that everybody has: nothing is stored or handed on for it, and any
 * replica finds it at any time.
 *
 * @param id     of the span; {@code null} if nothing else follows from it
 * @param parent id of the span that it follows from; {@code null} if nothing came before
 */
record Place(CorrelationId trail, @Nullable String id, @Nullable String parent) {

    /** "tertulia": so whoever reads the id of a send in a log knows the trace that ends with the same mark. */
    private static final String TRACE = "74657274756c6961";

    static Place ofAccepted(Event event) {
        CorrelationId trail = CorrelationId.of(event);
        return new Place(trail, trail.mark(), null);
    }

    /**
     * The place of a turn.
     *
     * @param over whether no further attempt at the event is made, so that its effects follow from this one
     */
    static Place ofTurn(Event event, boolean over) {
        CorrelationId trail = CorrelationId.of(event);
        return switch (event) {
            case MessageStatus status when status.callback() != null ->
                new Place(trail, null, trail.mark(status.messageId()));
            case OperationEnded ended -> new Place(trail, null, asker(ended.operation().id().value()));
            case TimerFired fired ->
                over ? new Place(trail, turned(trail), null) : new Place(trail, null, turned(trail));
            default -> new Place(trail, over ? turned(trail) : null, trail.mark());
        };
    }

    /**
     * The place of a request.
     *
     * @param messageId what WhatsApp calls the message that it took on, if it did
     */
    static Place ofSend(String sendId, @Nullable String messageId) {
        CorrelationId trail = CorrelationId.ofSend(sendId);
        return new Place(trail, messageId == null ? null : trail.mark(messageId), asker(sendId));
    }

    /** The turn that asked for it; none for a broadcast, or what was asked for outside a turn. */
    private static @Nullable String asker(String sendId) {
        return CorrelationId.in(sendId).map(Place::turned).orElse(null);
    }

    private static String turned(CorrelationId trail) {
        return trail.mark("turned");
    }

    String traceId() {
        return TRACE + trail.mark();
    }
}
