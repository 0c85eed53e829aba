package dev.tertulia.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.costs.Booking;
import dev.tertulia.costs.Costs;
import dev.tertulia.graph.GraphError;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupCleared;
import dev.tertulia.message.Joined;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeup;
import dev.tertulia.operation.Operations;

/** The outbox of one phone number: its pump, and the effect of events on entries that wait or were sent. */
public final class Outbox {

    private final NumberContext number;
    private final OutboxStore store;
    private final SendRules rules;
    private final Operations operations;
    private final OutcomePolicy policy;
    private final Sender sender;
    private final Pump pump;
    private final Wakeup sends;

    /** Creates an outbox over a store. */
    public Outbox(NumberContext number, OutboxStore store, SendRules rules, SendChannel channel,
            OutboxSettings settings, Replica replica) {
        this.number = number;
        this.store = store;
        this.rules = rules;
        this.operations = channel.operations();
        this.policy = new OutcomePolicy(number, rules.windows(), channel.throttle(), settings, replica.random());
        this.sender = new Sender(number, store, rules, channel, settings, policy);
        this.sends = replica.sends();
        this.pump = new Pump(number, store, sender, rules.standing(), channel,
                new Leadership(store, replica.name(), settings.lease()), sends);
    }

    /** The pump that sends the entries. */
    public Pump pump() {
        return pump;
    }

    /** Rereads the account's standing, because an event has changed it. */
    public void accountChanged() {
        rules.standing().changed();
    }

    /** Whether an event is a report: a status of a message, or news of an operation. */
    public static boolean settles(Event event) {
        return event instanceof MessageStatus || Operations.concerns(event);
    }

    /**
     * Settles entries by a report. Idempotent.
     *
     * @throws NotSettledYet if a status came before the answer to its request; to be repeated shortly after
     */
    public void settle(Event event) {
        rules.costs().book(booking(List.of(event), SentEntries.NONE));
        settle(event, SentEntries.NONE);
    }

    /** The entries that reports concern, as far as WhatsApp is known to have taken them on. */
    public SentEntries sentEntries(Collection<Event> reports) {
        List<String> ids = statuses(reports).flatMap(status -> Optional.ofNullable(status.callback()).stream())
                .distinct().toList();
        return ids.isEmpty() ? SentEntries.NONE : new SentEntries(store.sent(ids));
    }

    /** The deliveries that reports tell of, with their prices. */
    public Booking booking(Collection<Event> reports, SentEntries sent) {
        return rules.costs().booking(statuses(reports).filter(Costs::told)
                .flatMap(status -> rules.costs().delivery(status, template(status, sent)).stream()).toList());
    }

    private static Stream<MessageStatus> statuses(Collection<Event> reports) {
        return reports.stream().filter(MessageStatus.class::isInstance).map(MessageStatus.class::cast);
    }

    /**
     * Settles entries by a report whose deliveries are booked. Idempotent.
     *
     * @throws NotSettledYet if a status came before the answer to its request; to be repeated shortly after
     */
    public void settle(Event event, SentEntries sent) {
        Instant now = number.now();
        operations.observe(event)
                .forEach(ended -> confirm(ended.request().conversation(), ended.id().value(), "", now));
        if (event instanceof MessageStatus status) {
            settle(status, sent, now);
        }
    }

    /**
     * Releases entries that wait for this event: a window opens, somebody joins, a group is cleared. To be called if
     * entries of the group are held, or the group is parked.
     */
    public void release(Event event) {
        Instant now = number.now();
        if (event.opensWindow()) {
            store.releaseHeld(event.group(), now);
        }
        switch (event) {
            case Joined joined -> store.unpark(event.group(), BlockedUntil.UNTIL_JOIN, now);
            case GroupCleared cleared -> store.unpark(event.group(), BlockedUntil.UNTIL_CLEARED, now);
            default -> {
            }
        }
        sends.run();
    }

    private void settle(MessageStatus status, SentEntries sent, Instant now) {
        if (status.state() != State.FAILED) {
            if (status.callback() != null && sent.find(status.callback()).isEmpty()
                    && confirm(status.group(), status.callback(), status.messageId(), now)) {
                store.findSent(status.group(), status.callback(), status.messageId())
                        .filter(send -> send.detail().isFollowed())
                        .ifPresent(send -> rules.events().sent(send, status.messageId()));
            }
        } else {
            failedLate(status, now);
        }
    }

    /** Wakes the pump for entries that waited for an unknown outcome that is resolved. */
    private boolean confirm(String group, String sendId, String messageId, Instant now) {
        boolean resolved = store.confirm(group, sendId, messageId, now);
        if (resolved) {
            sends.run();
        }
        return resolved;
    }

    /** The template of the message; empty if it had none, or was sent too long ago to be known. */
    private String template(MessageStatus status, SentEntries sent) {
        boolean freeForm = status.pricing() != null && status.pricing().service();
        return freeForm
                ? ""
                : sent.find(status.callback())
                        .or(() -> store.findSent(status.group(), status.callback(), status.messageId()))
                        .map(Send::template).orElse("");
    }

    /** Handles a failure after WhatsApp had accepted the message, as 131047 usually comes. */
    private void failedLate(MessageStatus status, Instant now) {
        Optional<Send> found = store.findSent(status.group(), status.callback(), status.messageId());
        if (found.isPresent()) {
            Settlement settlement = sender.ifRoom(failed(found.get(), status, now).orDropped());
            sender.tellReturned(settlement);
            sender.tell(settlement);
            if (store.resettle(settlement)) {
                sends.run();
                sender.note(settlement);
            }
        } else if (status.callback() != null && store.inHand(status.group(), status.callback())) {
            throw new NotSettledYet(status.callback());
        }
    }

    private Settlement failed(Send send, MessageStatus status, Instant now) {
        return status.errors().isEmpty()
                ? policy.failed(send, now)
                : policy.refused(send, GraphError.of(status.errors().getFirst()), now, reported(send, status, now));
    }

    /** When WhatsApp found that it fails: a status may come long after newer events. A time that cannot be counts as now. */
    private static Instant reported(Send send, MessageStatus status, Instant now) {
        return status.at().isBefore(send.created()) || status.at().isAfter(now) ? now : status.at();
    }
}
