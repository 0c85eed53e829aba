package dev.tertulia.store;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.CorrelationId;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;

/** What the journal says of each step, the same in every store. */
public final class JournalEntries {

    private static final int SHOWN = 4;

    private JournalEntries() {}

    /** An event was accepted, or a status of one of our messages. */
    public static JournalEntry accepted(Event event, Instant now) {
        String subject = event instanceof MessageStatus status && status.callback() != null
                ? status.callback()
                : event.origin().key();
        return JournalEntry.of(now, Step.ACCEPTED, event.group(), CorrelationId.of(event).mark(), subject,
                switch (event) {
                    case MessageStatus status -> state(status);
                    case IncomingMessage message -> kind(event) + " " + person(message.sender());
                    default -> kind(event);
                });
    }

    /** The kind of an event, as the journal names it. */
    public static String kind(Event event) {
        return event.getClass().getSimpleName();
    }

    /** The end of a person's phone number, or of their user id if the number is not known. */
    private static String person(Member member) {
        String id = member.phone() == null ? member.address() : member.phone();
        return "…" + id.substring(Math.max(0, id.length() - SHOWN));
    }

    private static String state(MessageStatus status) {
        String state = status.state().name().toLowerCase(Locale.ROOT);
        String whose = status.participant() == null ? state : state + " " + person(status.participant());
        return status.errors().isEmpty() ? whose : whose + " " + status.errors().getFirst().code();
    }

    /** An entry of the outbox was put somewhere after an attempt. */
    public static JournalEntry settled(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Sent sent ->
                of(settlement, Step.SENT, sent.messageId() == null ? "" : sent.messageId(), null);
            case Settlement.Again again -> of(settlement,
                    again.send().outcomeUnknown() ? Step.UNKNOWN : Step.WAITING, again.reason(), again.due());
            case Settlement.Held held -> of(settlement, Step.HELD, held.reason(), held.until());
            case Settlement.Parked parked -> of(settlement, Step.PARKED, parked.reason(), null);
            case Settlement.Dead dead -> of(settlement, Step.DEAD, dead.inJournal(), null);
            case Settlement.Gone gone -> of(settlement, Step.DROPPED, gone.reason(), null);
            case Settlement.Stopped stopped -> of(settlement, Step.WAITING, stopped.reason(), null);
        };
    }

    private static JournalEntry of(Settlement settlement, Step step, String reason, @Nullable Instant until) {
        Send send = settlement.send();
        String what = send.action().getClass().getSimpleName();
        return JournalEntry.of(settlement.at(), step, send.group(), CorrelationId.ofSend(send.id()).mark(), send.id(),
                reason.isEmpty() ? what : what + ": " + reason, until);
    }

    /** A webhook resolved an unknown outcome: WhatsApp has the entry. */
    public static JournalEntry confirmed(String group, String sendId, String messageId, Instant now) {
        return JournalEntry.of(now, Step.SENT, group, CorrelationId.ofSend(sendId).mark(), sendId,
                ("its webhook says so: " + messageId).strip());
    }
}
