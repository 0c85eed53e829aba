package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.costs.Wait;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Passing;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.OutgoingFilter.Filtered;
import dev.tertulia.window.WindowDecision;

/** Decides what to do with an entry before WhatsApp is asked: in what form it leaves, or where it goes instead. */
final class SendPlanner {

    /** How long an entry waits while the store is unavailable. */
    static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final NumberContext number;
    private final OutboxStore store;
    private final SendRules rules;
    private final OperationTracker operations;
    private final OutcomePolicy policy;
    private final OutboxSettings settings;

    SendPlanner(NumberContext number, OutboxStore store, SendRules rules, OperationTracker operations,
            OutcomePolicy policy, OutboxSettings settings) {
        this.number = number;
        this.store = store;
        this.rules = rules;
        this.operations = operations;
        this.policy = policy;
        this.settings = settings;
    }

    /** The plan for an entry. */
    sealed interface Plan {

        /** WhatsApp is asked for this action. */
        record Ask(Action action) implements Plan {}

        /**
         * The entry is settled without a request.
         *
         * @param windowShut whether the window was shut. Then it is checked again once the settlement is stored, since a
         *                   message may have opened it in between
         */
        record Put(Settlement settlement, boolean windowShut) implements Plan {
            Put(Settlement settlement) {
                this(settlement, false);
            }
        }
    }

    /** Plans an entry. Does not throw: a failure is a plan too, so that the entry does not stay in hand. */
    Plan plan(Send send) {
        return filtered(send, planOrLater(send, number.now()));
    }

    private Plan planOrLater(Send send, Instant now) {
        try {
            return choose(send, now);
        } catch (RuntimeException | Error e) {
            return afterFailure(send, now, e);
        }
    }

    private Plan afterFailure(Send send, Instant now, Throwable failure) {
        return failure instanceof Passing
                ? new Plan.Put(new Settlement.Again(send, now, now.plus(STORE_PAUSE), words(failure)))
                : brokeOff(send, now, failure);
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private Plan brokeOff(Send send, Instant now, Throwable failure) {
        Settlement settlement = policy.failedBefore(send, now, failure);
        record(Step.BROKE_OFF, send, settlement.reason());
        return new Plan.Put(settlement);
    }

    private Plan filtered(Send send, Plan plan) {
        if (!(plan instanceof Plan.Ask ask)) {
            return plan;
        }
        try {
            return switch (rules.filter().filter(send.group(), ask.action())) {
                case Filtered.Leave leave -> leaving(send, leave.action());
                case Filtered.Drop drop -> new Plan.Put(new Settlement.Gone(send, number.now(), drop.reason()));
            };
        } catch (RuntimeException | Error e) {
            return afterFailure(send, number.now(), e);
        }
    }

    private Plan leaving(Send send, Action action) {
        rules.events().leaving(send);
        return new Plan.Ask(action);
    }

    private Plan choose(Send send, Instant now) {
        if (send.outcomeUnknown() && store.confirmed(send.id())) {
            return new Plan.Put(new Settlement.Sent(send, now, null));
        }
        if (send.early(now)) {
            Instant due = send.progress().notBefore().orElse(now);
            return new Plan.Put(new Settlement.Again(send, now, due, "not yet"));
        }
        Optional<Settlement> known = operations.insteadOfRepeating(send, now);
        if (known.isPresent()) {
            return new Plan.Put(known.get());
        }
        if (Send.broadcast(send.id()).filter(store::stopped).isPresent()) {
            return new Plan.Put(stopped(send, now));
        }
        if (send.progress() instanceof Progress.AwaitingStatus waiting
                && settings.askWhenUnknown().contains(send.priority())) {
            return new Plan.Put(
                    new Settlement.Dead(send, now, "it is unknown whether it was sent: no status came since "
                            + waiting.unknownSince() + "; an operator decides"));
        }
        if (send.expired(now)) {
            return new Plan.Put(new Settlement.Gone(send, now, "it expired before it could leave"));
        }
        return send.whenShut() == null
                ? byBudget(send, send.action(), now, false)
                : byWindow(send, send.whenShut(), now);
    }

    /** An entry that may have reached the group is not sent again when the broadcast continues. */
    private static Settlement stopped(Send send, Instant now) {
        return send.outcomeUnknown()
                ? new Settlement.Dead(send, now, "its broadcast is stopped, and it is unknown whether it was sent")
                : new Settlement.Stopped(send, now);
    }

    private Plan byWindow(Send send, WhenShut whenShut, Instant now) {
        boolean open = rules.open(send.group(), now);
        return switch (rules.window().choose(whenShut, open, now, send.holdUntil())) {
            case WindowDecision.SendFreeForm free -> byBudget(send, send.action(), now, false);
            case WindowDecision.SendTemplate other ->
                byBudget(send, new Message.TemplateMessage(other.template()), now, true);
            case WindowDecision.HoldUntil hold ->
                new Plan.Put(new Settlement.Held(send, now, hold.atMost()), true);
            case WindowDecision.Forget forget -> new Plan.Put(new Settlement.Gone(send, now, forget.reason()));
        };
    }

    /**
     * Holds an entry for which there is no budget, so that it is not lost. A free-form message that waits for earlier ones
     * to be booked keeps its place in the queue.
     */
    private Plan byBudget(Send send, Action action, Instant now, boolean windowShut) {
        Optional<AccountRestrictions.Refusal> bar = rules.standing().bars(action);
        if (bar.isPresent()) {
            return new Plan.Put(new Settlement.Held(send, now, bar.get().until(), bar.get().reason()), windowShut);
        }
        Optional<Wait> wait = spend(action);
        wait.filter(Wait::usedUp).ifPresent(used -> record(Step.OVER_BUDGET, send, used.reason()));
        return wait.<Plan>map(w -> new Plan.Put(action instanceof Message.FreeForm && !w.usedUp()
                ? new Settlement.Again(send, now, w.until(), w.reason())
                : new Settlement.Held(send, now, w.until(), w.reason()), windowShut))
                .orElseGet(() -> new Plan.Ask(action));
    }

    /** Reserves the cost of an action that WhatsApp may charge. All others are free. */
    private Optional<Wait> spend(Action action) {
        return switch (action) {
            case Message.FreeForm words -> rules.costs().spendFreeForm();
            case Message.TemplateMessage template -> rules.costs().spend();
            case Message.Invite template -> rules.costs().spend();
            default -> Optional.empty();
        };
    }

    private void record(Step step, Send send, String detail) {
        number.journal().record(step, send.group(), send.id(), detail);
    }
}
