package dev.tertulia.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.tertulia.costs.Costs;
import dev.tertulia.graph.GraphError;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupCleared;
import dev.tertulia.message.Joined;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.operation.Operations;

/** The way out of one phone number: its pump, and what events mean for entries that wait or were sent. */
public final class Outbox {

    private final OutboxParts parts;
    private final OutboxStore store;
    private final OutcomePolicy verdict;
    private final Sender sender;
    private final Pump pump;

    /**
     * Assembles it.
     *
     * @param owner  name of this process, as the holder of the pump's lease
     * @param random for the jitter of pauses
     */
    public Outbox(OutboxParts parts, String owner, RandomGenerator random) {
        this.parts = parts;
        this.store = parts.store();
        this.verdict = new OutcomePolicy(parts, random);
        this.sender = new Sender(parts, verdict);
        this.pump = new Pump(sender, parts, owner);
    }

    /** The one that sends. */
    public Pump pump() {
        return pump;
    }

    /** Looks again at how the account stands, since something was told of it. */
    public void accountChanged() {
        parts.standing().changed();
    }

    /** Puts something to send at the end of its group's queue, without a turn. */
    public void add(Send send) {
        store.add(send);
    }

    /** Whether an event is a report: a status of a message, or what WhatsApp tells of an operation. */
    public static boolean settles(Event event) {
        return event instanceof MessageStatus || Operations.concerns(event);
    }

    /**
     * Settles entries by a report. Repeating this has no further effect.
     *
     * @throws NotSettledYet when a status overtook the answer to its own request; come again in a moment
     */
    public void settle(Event event) {
        Instant now = parts.clock().instant();
        parts.operations().observe(event).forEach(ended -> store.confirm(ended.request().conversation(),
                ended.id().value(), "", now));
        if (event instanceof MessageStatus status) {
            settle(status, now);
        }
    }

    /** Lets entries that wait for an event go on: a window that opened, somebody who joined, a group that was cleared. */
    public void release(Event event) {
        Instant now = parts.clock().instant();
        if (event.opensWindow()) {
            store.unhold(event.group(), now);
        }
        switch (event) {
            case Joined joined -> store.unpark(event.group(), BlockedUntil.UNTIL_JOIN, now);
            case GroupCleared cleared -> store.unpark(event.group(), BlockedUntil.UNTIL_CLEARED, now);
            default -> {
            }
        }
    }

    private void settle(MessageStatus status, Instant now) {
        if (Costs.told(status)) {
            parts.costs().book(status, template(status));
        }
        if (status.state() != State.FAILED) {
            if (status.callback() != null) {
                store.confirm(status.group(), status.callback(), status.messageId(), now);
            }
        } else if (!status.errors().isEmpty()) {
            failedLate(status, GraphError.of(status.errors().getFirst()), now);
        }
    }

    /** The template that a message was; empty if it was none, or left so long ago that nobody knows. */
    private String template(MessageStatus status) {
        boolean freeForm = status.pricing() != null && status.pricing().service();
        return freeForm
                ? ""
                : store.findSent(status.group(), status.callback(), status.messageId()).map(Send::template).orElse("");
    }

    /** A failure after WhatsApp had taken the message on, as 131047 usually comes. */
    private void failedLate(MessageStatus status, GraphError error, Instant now) {
        Optional<Send> found = store.findSent(status.group(), status.callback(), status.messageId());
        if (found.isPresent()) {
            Settlement settlement = sender.ifRoom(verdict.refused(found.get(), error, now).orDropped());
            if (store.resettle(settlement)) {
                sender.note(settlement);
            }
        } else if (status.callback() != null && store.inHand(status.group(), status.callback())) {
            throw new NotSettledYet(status.callback());
        }
    }
}
