package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.costs.Wait;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Passing;
import dev.tertulia.outbox.OutgoingFilter.Filtered;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Permit;
import dev.tertulia.window.WindowDecision;

/** Sends one entry: looks at the window, asks WhatsApp, puts the entry where its outcome says. */
final class Sender {

    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
    private static final Outcome NOT_NOTED = new Outcome.Unclear("what came of it could not be written down");

    private final OutboxParts parts;
    private final OutboxStore store;
    private final OutcomePolicy verdict;
    private final OperationTracker operations;

    Sender(OutboxParts parts, OutcomePolicy verdict) {
        this.parts = parts;
        this.store = parts.store();
        this.verdict = verdict;
        this.operations = new OperationTracker(parts.operations(), parts.graph());
    }

    /** What to do with an entry right now: ask WhatsApp for this, or put it somewhere without asking. */
    private sealed interface Plan {
        record Ask(Action action) implements Plan {}

        /** Where the window was shut, it is looked at again once this is written: somebody may have written meanwhile. */
        record Put(Settlement settlement, boolean windowShut) implements Plan {
            Put(Settlement settlement) {
                this(settlement, false);
            }
        }
    }

    /** Sends the first entry of a group, as soon as its lane lets one more leave. */
    void sendNext(long fence, LaneKind kind, DueQueue due, Lane lane) {
        try (Permit exit = lane.leave(parts.throttle().sleep())) {
            store.begin(fence, kind, due).ifPresent(send -> sendOrPut(fence, send, lane, exit));
        }
    }

    private void sendOrPut(long fence, Send send, Lane lane, Permit exit) {
        settled(fence, send, () -> {
            switch (filtered(send, planOrLater(send, now()))) {
                case Plan.Put put -> settle(fence, put.settlement().orDropped(), put.windowShut());
                case Plan.Ask ask -> settle(fence, send, ask(send, ask.action(), lane, exit));
            }
        });
    }

    /** Whatever breaks an attempt off, its entry does not stay in hand: else its group would wait for ever. */
    private void settled(long fence, Send send, Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException | Error e) {
            if (e instanceof Passing) {
                throw e; // what the store did not take is made up for once it is back
            }
            Settlement settlement = verdict.brokeOff(send, now(), e).orDropped();
            record(Step.BROKE_OFF, send, settlement.reason());
            settle(fence, settlement, true);
        }
    }

    /** Settles an entry that was in the hands of a pump that died: it may have been sent or not. */
    void interrupted(long fence, Send send) {
        Outcome unclear = new Outcome.Unclear("the program stopped while this was on its way");
        try {
            settled(fence, send, () -> settle(fence, send, unclear));
        } catch (RuntimeException | Error e) {
            if (e instanceof Passing) {
                throw e;
            }
            record(Step.BROKE_OFF, send, "it stays in hand: " + FailureText.withoutWords(e));
        }
    }

    /** An entry that is in hand must not stay there because something failed before anything was asked. */
    private Plan planOrLater(Send send, Instant now) {
        try {
            return plan(send, now);
        } catch (RuntimeException | Error e) {
            if (e instanceof Passing) {
                return new Plan.Put(Settlement.again(send, now, now.plus(STORE_PAUSE), e.getMessage()));
            }
            Settlement settlement = verdict.failedBefore(send, now, e);
            record(Step.BROKE_OFF, send, settlement.reason());
            return new Plan.Put(settlement);
        }
    }

    private Plan filtered(Send send, Plan plan) {
        if (!(plan instanceof Plan.Ask ask)) {
            return plan;
        }
        try {
            return switch (parts.filter().filter(send.group(), ask.action())) {
                case Filtered.Leave leave -> new Plan.Ask(leave.action());
                case Filtered.Drop drop -> new Plan.Put(Settlement.gone(send, now(), drop.reason()));
            };
        } catch (RuntimeException | Error e) {
            Settlement settlement = verdict.failedBefore(send, now(), e);
            record(Step.BROKE_OFF, send, settlement.reason());
            return new Plan.Put(settlement);
        }
    }

    private Plan plan(Send send, Instant now) {
        if (send.progress().unknownSince() != null && store.confirmed(send.id())) {
            return new Plan.Put(Settlement.sent(send, now, null));
        }
        if (send.early(now)) {
            return new Plan.Put(Settlement.again(send, now, send.progress().notBefore(), "not yet"));
        }
        Optional<Settlement> known = operations.insteadOfRepeating(send, now);
        if (known.isPresent()) {
            return new Plan.Put(known.get());
        }
        if (Send.broadcast(send.id()).filter(store::stopped).isPresent()) {
            return new Plan.Put(stopped(send, now));
        }
        if (send.progress().waitsForStatus() && parts.settings().askWhenUnknown().contains(send.priority())) {
            return new Plan.Put(Settlement.dead(send, now, "nobody knows whether it was sent: no status came since "
                    + send.progress().unknownSince() + ", and a person shall decide"));
        }
        if (send.expired(now)) {
            return new Plan.Put(Settlement.gone(send, now, "it expired before it could leave"));
        }
        if (send.whenShut() == null) {
            return planByBudget(send, send.action(), now, false);
        }
        return planByWindow(send, send.whenShut(), now);
    }

    /** What may have reached the group is not sent again when the broadcast goes on. */
    private static Settlement stopped(Send send, Instant now) {
        return send.progress().unknownSince() == null
                ? Settlement.stopped(send, now)
                : Settlement.dead(send, now, "its broadcast is stopped, and nobody knows whether this arrived");
    }

    private boolean open(String group, Instant now) {
        return parts.rule().isOpen(parts.windows().openUntil(group), now);
    }

    private Plan planByWindow(Send send, WhenShut whenShut, Instant now) {
        return switch (parts.rule().choose(whenShut, open(send.group(), now), now, send.holdUntil())) {
            case WindowDecision.SendFreeForm free -> planByBudget(send, send.action(), now, false);
            case WindowDecision.SendTemplate other ->
                planByBudget(send, new Message.TemplateMessage(other.template()), now, true);
            case WindowDecision.HoldUntil hold -> new Plan.Put(Settlement.held(send, now, hold.atMost()), true);
            case WindowDecision.Forget forget -> new Plan.Put(Settlement.gone(send, now, forget.reason()));
        };
    }

    /**
     * Held, so that nothing is lost: it is looked at again when somebody writes, and leaves when there is a budget. A
     * free-form message that waits for others to be booked keeps its place before the group's next.
     */
    private Plan planByBudget(Send send, Action action, Instant now, boolean windowShut) {
        Optional<Standing.Bar> bar = parts.standing().bars(action);
        if (bar.isPresent()) {
            return new Plan.Put(Settlement.held(send, now, bar.get().until(), bar.get().reason()), windowShut);
        }
        Optional<Wait> wait = spend(action);
        wait.filter(Wait::usedUp).ifPresent(used -> record(Step.OVER_BUDGET, send, used.reason()));
        return wait.<Plan>map(w -> new Plan.Put(action instanceof Message.FreeForm && !w.usedUp()
                ? Settlement.again(send, now, w.until(), w.reason())
                : Settlement.held(send, now, w.until(), w.reason()), windowShut))
                .orElseGet(() -> new Plan.Ask(action));
    }

    /** Whatever WhatsApp may charge; the rest leaves always. */
    private Optional<Wait> spend(Action action) {
        return switch (action) {
            case Message.FreeForm words -> parts.costs().spendFreeForm();
            case Message.TemplateMessage template -> parts.costs().spend();
            case Message.Invite template -> parts.costs().spend();
            default -> Optional.empty();
        };
    }

    private Outcome ask(Send send, Action action, Lane lane, Permit exit) {
        Outcome outcome = execute(send, action, exit);
        if (outcome instanceof Outcome.Accepted) {
            lane.taken();
            record(Step.SENT, send, action.getClass().getSimpleName());
        }
        return outcome;
    }

    private Outcome execute(Send send, Action action, Permit exit) {
        exit.asks();
        try {
            return parts.graph().execute(send.group(), action, send.id());
        } finally {
            exit.answered();
        }
    }

    private void settle(long fence, Send send, Outcome outcome) {
        Settlement settlement = settlement(send, outcome).orDropped();
        try {
            operations.answered(send, outcome, settlement);
        } catch (RuntimeException | Error e) {
            settlement = verdict.of(send, NOT_NOTED, now()).orDropped();
        }
        settle(fence, settlement, true);
    }

    /** What was refused was not sent, so it may be tried again when its meaning cannot be written down. */
    private Settlement settlement(Send send, Outcome outcome) {
        try {
            return verdict.of(send, outcome, now());
        } catch (RuntimeException | Error e) {
            if (outcome instanceof Outcome.Refused) {
                return Settlement.again(send, now(), now().plus(STORE_PAUSE), e.getMessage());
            }
            throw e;
        }
    }

    private void settle(long fence, Settlement planned, boolean windowShut) {
        Settlement settlement = ifRoom(planned);
        note(settlement);
        boolean settled = store.settle(fence, settlement);
        Send send = settlement.send();
        if (settled && send.progress().unknownSince() != null && store.confirmed(send.id())) {
            // the status overtook the answer that never came
            store.confirm(send.group(), send.id(), "", now());
        }
        if (settled && windowShut && settlement.fate() == Settlement.Fate.HELD && open(send.group(), now())) {
            // somebody wrote between the look at the window and now, and found nothing held yet
            store.unhold(send.group(), now());
        }
    }

    /** Beyond what a group may hold, an entry is put aside for a person, so that it is not lost. */
    Settlement ifRoom(Settlement settlement) {
        Send send = settlement.send();
        return settlement.fate() == Settlement.Fate.HELD && store.held(send.group()) >= OutboxStore.MOST_HELD
                ? Settlement.dead(send, settlement.at(), "its group holds " + OutboxStore.MOST_HELD
                        + " messages already; " + settlement.reason())
                : settlement;
    }

    /** Tells the journal where an entry went. */
    void note(Settlement settlement) {
        Send send = settlement.send();
        switch (settlement.fate()) {
            case HELD -> record(Step.HELD, send, settlement.reason());
            case PARKED -> record(Step.PARKED, send, BlockedUntil.valueOf(settlement.reason()).explain());
            case DEAD -> record(Step.DEAD, send, settlement.inJournal());
            case GONE -> record(Step.DROPPED, send, settlement.reason());
            case STOPPED -> record(Step.WAITING, send, settlement.reason());
            case AGAIN -> record(send.progress().unknownSince() != null ? Step.UNKNOWN : Step.WAITING, send,
                    settlement.reason());
            case SENT -> {
            }
        }
    }

    private void record(Step step, Send send, String detail) {
        parts.journal().record(new Journal.Entry(step, parts.number(), send.group(), send.id(), detail));
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
