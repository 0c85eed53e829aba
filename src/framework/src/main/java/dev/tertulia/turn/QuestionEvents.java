package dev.tertulia.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import dev.tertulia.message.Event;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.Send;

/**
 * The events by which a conversation learns that the message of a question leaves, or was not sent after all. They pass
 * through its mailbox, so what was accepted before the message left is not taken as an answer.
 */
public record QuestionEvents(NumberContext number) {

    /** Whether an event is one of these. */
    public static boolean concerns(Event event) {
        return event instanceof TimerFired fired
                && (fired.name().equals(ChatTimers.ASKED) || fired.name().equals(ChatTimers.WITHDRAWN));
    }

    /** The message of a question leaves. */
    public Event asked(Send send, Instant now) {
        AskedQuestion question = AskedQuestion.of(send);
        try {
            return event(ChatTimers.ASKED, send, number.json().writeValueAsString(question), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message of a question was not sent. */
    public Event withdrawn(Send send, Instant now) {
        return event(ChatTimers.WITHDRAWN, send, send.id(), now);
    }

    private Event event(String name, Send send, String payload, Instant now) {
        Origin origin = new Origin(number.number(), "", send.group(), now, name + ":" + SortableIds.next(now));
        return new TimerFired(origin, name, payload);
    }
}
