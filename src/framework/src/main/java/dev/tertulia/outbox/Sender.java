package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Passing;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.SendPlanner.Plan;
import dev.tertulia.outbox.SendQueue.SettleResult;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Permit;

/** Sends one entry at a time: takes it in hand, asks WhatsApp, and settles it by the outcome. */
final class Sender {

    private static final Outcome NOT_NOTED = new Outcome.Unclear("its outcome could not be stored");

    private final NumberContext number;
    private final OutboxStore store;
    private final SendPlanner planner;
    private final SendRules rules;
    private final SendChannel channel;
    private final OutcomePolicy policy;
    private final OperationTracker operations;

    Sender(NumberContext number, OutboxStore store, SendRules rules, SendChannel channel, OutboxSettings settings,
            OutcomePolicy policy) {
        this.number = number;
        this.store = store;
        this.rules = rules;
        this.channel = channel;
        this.policy = policy;
        this.operations = new OperationTracker(channel.operations(), channel.graph());
        this.planner = new SendPlanner(number, store, rules, operations, policy, settings);
    }

    /**
     * Sends the first entry of a queue as soon as its lane grants a permit.
     *
     * @return in which time the group has another entry that is due; {@code null} if that is not known
     */
    @Nullable
    Duration sendNext(long fence, LaneKind kind, DueQueue due) {
        Lane lane = channel.lane(kind);
        try (Permit permit = lane.leave(channel.throttle().sleep())) {
            Optional<Begun> begun = store.begin(fence, kind, due);
            return begun.isPresent() ? sendOrPut(begun.get(), lane, permit) : null;
        }
    }

    /**
     * Sends an entry that is in hand.
     *
     * @return in which time the group has another entry that is due; {@code null} if that is not known
     */
    @Nullable
    Duration sendBegun(Begun begun, Lane lane, Permit permit) {
        try (permit) {
            return sendOrPut(begun, lane, permit);
        }
    }

    private @Nullable Duration sendOrPut(Begun begun, Lane lane, Permit permit) {
        Send send = begun.send();
        return settled(begun, () -> switch (planner.plan(send)) {
            case Plan.Put put -> settle(begun, put.settlement().orDropped(), put.windowShut());
            case Plan.Ask ask -> settle(begun, ask(send, ask.action(), lane, permit));
        });
    }

    /** Settles the entry also when an attempt fails halfway: an entry that stayed in hand would block its group. */
    private @Nullable Duration settled(Begun begun, Supplier<@Nullable Duration> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException | Error e) {
            if (e instanceof Passing) {
                throw e; // the store repeats the settlement once it is available
            }
            Settlement settlement = policy.brokeOff(begun.send(), number.now(), e).orDropped();
            record(Step.BROKE_OFF, begun.send(), settlement.reason());
            return settle(begun, settlement, true);
        }
    }

    /** Settles an entry that a pump before this one had in hand: its outcome is unknown. */
    void interrupted(Begun begun) {
        Outcome unclear = new Outcome.Unclear("the program stopped while this was being sent");
        try {
            settled(begun, () -> settle(begun, unclear));
        } catch (RuntimeException | Error e) {
            if (e instanceof Passing) {
                throw e;
            }
            record(Step.BROKE_OFF, begun.send(), "it is not settled: " + FailureText.withoutWords(e));
        }
    }

    private Outcome ask(Send send, Action action, Lane lane, Permit permit) {
        Outcome outcome = execute(send, action, permit);
        if (outcome instanceof Outcome.Accepted) {
            lane.taken();
            record(Step.SENT, send, action.getClass().getSimpleName());
        }
        return outcome;
    }

    private Outcome execute(Send send, Action action, Permit permit) {
        permit.asks();
        try {
            return channel.graph().execute(send.recipient(), action, send.id());
        } finally {
            permit.answered();
        }
    }

    private @Nullable Duration settle(Begun begun, Outcome outcome) {
        Send send = begun.send();
        Settlement settlement = settlement(send, outcome).orDropped();
        try {
            operations.answered(send, outcome, settlement);
        } catch (RuntimeException | Error e) {
            settlement = policy.of(send, NOT_NOTED, number.now()).orDropped();
        }
        tellReturned(settlement);
        return settle(begun, settlement, true);
    }

    /** A refused entry was not sent, so it is tried again if the consequence of the refusal cannot be written down. */
    private Settlement settlement(Send send, Outcome outcome) {
        Instant now = number.now();
        try {
            return policy.of(send, outcome, now);
        } catch (RuntimeException | Error e) {
            if (outcome instanceof Outcome.Refused) {
                return new Settlement.Again(send, now, now.plus(SendPlanner.STORE_PAUSE),
                        String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Returns in which time the group has another entry that is due, or {@code null}. */
    private @Nullable Duration settle(Begun begun, Settlement planned, boolean windowShut) {
        Settlement settlement = ifRoom(planned);
        tell(settlement);
        note(settlement);
        SettleResult result = store.settle(begun, settlement);
        boolean settled = result != SettleResult.REFUSED;
        Send send = settlement.send();
        if (settled && send.outcomeUnknown() && store.confirmed(send.id())) {
            // the status came before the answer was given up
            store.confirm(send.group(), send.id(), "", number.now());
        }
        if (settled && windowShut && settlement instanceof Settlement.Held && rules.open(send.group(), number.now())) {
            // a message opened the window after it was checked, when nothing was held yet
            store.releaseHeld(send.group(), number.now());
            return Duration.ZERO;
        }
        if (result == SettleResult.MORE) {
            return Duration.ZERO;
        }
        return settlement instanceof Settlement.Again again ? Duration.between(number.now(), again.due()) : null;
    }

    /** The settlement, or a dead letter if the group holds as many entries as it may. */
    Settlement ifRoom(Settlement settlement) {
        Send send = settlement.send();
        return settlement instanceof Settlement.Held && store.countHeld(send.group()) >= HeldSends.MOST_HELD
                ? new Settlement.Dead(send, settlement.at(), "its group holds " + HeldSends.MOST_HELD
                        + " messages already; " + settlement.reason())
                : settlement;
    }

    /** Notifies of the result for a message before it is stored: after a crash in between it notifies again. */
    void tell(Settlement settlement) {
        switch (settlement) {
            case Settlement.Sent sent when sent.messageId() != null && sent.send().detail().isFollowed() ->
                rules.events().sent(sent.send(), sent.messageId());
            case Settlement.Dead dead -> rules.events().failed(dead, dead.at());
            case Settlement.Gone gone -> rules.events().failed(gone, gone.at());
            default -> {
            }
        }
    }

    /** Notifies of a message that was not sent after WhatsApp was asked to send it. */
    void tellReturned(Settlement settlement) {
        if (!(settlement instanceof Settlement.Sent) && !settlement.send().outcomeUnknown()) {
            rules.events().returned(settlement.send());
        }
    }

    /** Records a settlement in the journal. */
    void note(Settlement settlement) {
        Send send = settlement.send();
        switch (settlement) {
            case Settlement.Sent sent -> {
            }
            case Settlement.Dead dead -> record(Step.DEAD, send, dead.inJournal());
            case Settlement.Held held -> record(Step.HELD, send, held.reason());
            case Settlement.Parked parked -> record(Step.PARKED, send, parked.reason());
            case Settlement.Gone gone -> record(Step.DROPPED, send, gone.reason());
            case Settlement.Stopped stopped -> record(Step.WAITING, send, stopped.reason());
            case Settlement.Again again ->
                record(send.outcomeUnknown() ? Step.UNKNOWN : Step.WAITING, send, again.reason());
        }
    }

    private void record(Step step, Send send, String detail) {
        number.journal().record(step, send.group(), send.id(), detail);
    }
}
