package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Reply;
import dev.tertulia.handler.BuiltInCommands;
import dev.tertulia.handler.HandlerMethod;
import dev.tertulia.handler.Handlers;
import dev.tertulia.handler.Match;
import dev.tertulia.message.TimerFired;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.StoredName;
import dev.tertulia.turn.BufferedTurn;
import dev.tertulia.turn.SharedTurn;
import dev.tertulia.turn.TurnFactory;

/**
 * What happens with an event, from top to bottom. A stage may end the event; nothing of it takes effect before the turn
 * commits.
 */
final class Stages {

    /**
     * The event comes again if no thread is free by then; once a handler was called for it, it is waited for longer.
     */
    private static final Duration FREE_SOON = Duration.ofMillis(50);

    private final List<Stage> stages = List.of(this::settle, this::learn, this::ownTimers, this::before,
            this::chains, this::help, this::after);
    private final Outbox outbox;
    private final Handlers handlers;
    private final HandlerCalls calls;
    private final TurnFactory turns;
    private final BuiltInCommands help;
    private final Duration patience;

    Stages(Outbox outbox, Dispatcher.Turns turns) {
        this.outbox = outbox;
        this.handlers = turns.handlers();
        this.calls = turns.calls();
        this.turns = turns.factory();
        this.help = new BuiltInCommands(handlers, turns.settings());
        this.patience = turns.settings().handlerLimit();
    }

    /** One step in the handling of an event. */
    private interface Stage {

        /** Returns whether the next stage follows. */
        boolean pass(EventContext event) throws HandlerFailed;
    }

    void run(EventContext event) throws HandlerFailed {
        for (Stage stage : stages) {
            if (!stage.pass(event)) {
                return;
            }
        }
    }

    /** Reports count once more where they reach a mailbox; what waits for this event goes on. */
    private boolean settle(EventContext event) {
        outbox.settle(turns.named(event.accepted(), event.mail()));
        if (event.mail().blocked()) {
            outbox.release(event.accepted());
        }
        return true;
    }

    /** Learns facts about the group and its people from the event, unless it is a timer that was handled before. */
    private boolean learn(EventContext event) {
        if (turns.handledBefore(event.accepted(), event.mail())) {
            event.handledBy("handled before");
            return false;
        }
        event.begin(turns.begin(event.accepted(), event.mail()));
        return true;
    }

    /** Does what the framework's own timers are for. Only the end of a question concerns handlers too. */
    private boolean ownTimers(EventContext event) {
        SharedTurn turn = event.turn();
        turn.endQuestion(BuiltInCommands.isCancel(turn));
        if (!(turn.event() instanceof TimerFired fired)) {
            return true;
        }
        if (turn.applyOwnTimer()) {
            event.handledBy("the framework itself");
            return turn.hasEndedQuestion();
        }
        handlers.schedules().stream().filter(schedule -> schedule.startsTurns(fired)).forEach(schedule -> {
            event.handledBy("the framework itself");
            turns.labelled(schedule.label())
                    .forEach(group -> turn.startTurn(schedule.turnIn(group, fired, turn.now())));
        });
        return true;
    }

    private boolean before(EventContext event) throws HandlerFailed {
        for (HandlerMethod handler : handlers.before()) {
            if (!event.stopped()) {
                call(handler, event);
            }
        }
        return true;
    }

    /** The first handler of a bot that fits is its only one, unless it passes. */
    private boolean chains(EventContext event) throws HandlerFailed {
        if (!event.stopped()) {
            for (List<HandlerMethod> chain : handlers.chains()) {
                chain(chain, event);
            }
        }
        return true;
    }

    private void chain(List<HandlerMethod> chain, EventContext event) throws HandlerFailed {
        String bot = StoredName.of(chain.getFirst().bot());
        boolean ended = event.turn().hasEndedQuestion(bot);
        if (ended && chain.stream().noneMatch(handler -> hearsOfMissing(handler, event))) {
            calls.sayCancelled(chain.getFirst(), event);
            return;
        }
        for (HandlerMethod handler : chain) {
            BufferedTurn turn = call(handler, event);
            if (turn != null && !turn.passed()) {
                answerMissing(chain, event, bot, ended);
                return;
            }
        }
    }

    private static boolean hearsOfMissing(HandlerMethod handler, EventContext event) {
        return handler.isForMissingAnswer() && handler.match(event.turn()) != null;
    }

    /** No answer fitted and no attempt is left: calls the handler for missing answers. */
    private void answerMissing(List<HandlerMethod> chain, EventContext event, String bot, boolean before)
            throws HandlerFailed {
        if (before || !event.turn().hasEndedQuestion(bot)) {
            return;
        }
        for (HandlerMethod handler : chain) {
            if (handler.isForMissingAnswer() && call(handler, event) != null) {
                return;
            }
        }
        calls.sayGivenUp(chain.getFirst(), event);
    }

    /**
     * Answers the command for help that no bot has, and a command that is almost one of a bot's if no handler took
     * it.
     */
    private boolean help(EventContext event) {
        if (!event.stopped() && !event.isCommand()) {
            List<Reply> answers = help.answer(event.turn(), event.isHandled());
            if (!answers.isEmpty()) {
                event.handledBy("the list of commands");
            }
            answers.forEach(event.turn()::send);
        }
        return true;
    }

    private boolean after(EventContext event) throws HandlerFailed {
        event.decide();
        for (HandlerMethod handler : handlers.after()) {
            call(handler, event);
        }
        return true;
    }

    /** Calls a handler, if it takes the event. */
    private @Nullable BufferedTurn call(HandlerMethod handler, EventContext event) throws HandlerFailed {
        SharedTurn shared = event.turn();
        Match match = handler.isFor(shared) ? HandlerCalls.match(handler, shared) : null;
        if (match == null) {
            return null;
        }
        if (handler.isForStaff() && !shared.isByStaff()) {
            return handler.isCommand() ? calls.refuse(handler, event) : null;
        }
        Duration wait = event.isHandled() ? patience : FREE_SOON;
        event.handledBy(handler.name());
        event.command(handler.isCommand());
        return calls.call(handler, event, match, wait);
    }
}
