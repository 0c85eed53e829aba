package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Outbox;

/**
 * What happens with an event, from top to bottom. A stage may end the event; nothing of it takes effect before the turn
 * commits.
 */
final class Stages {

    /** The event comes again if no thread is free by then; once a handler was called for it, it is waited for longer. */
    private static final Duration FREE_SOON = Duration.ofMillis(50);

    private final List<Stage> stages = List.of(this::settle, this::learn, this::before, this::chains, this::after);
    private final Outbox outbox;
    private final Handlers handlers;
    private final HandlerCalls calls;
    private final TurnFactory turns;
    private final Duration patience;

    Stages(Outbox outbox, Handlers handlers, HandlerCalls calls, TurnFactory turns, DispatchSettings settings) {
        this.outbox = outbox;
        this.handlers = handlers;
        this.calls = calls;
        this.turns = turns;
        this.patience = settings.handlerLimit();
    }

    /** One step on the way of an event. */
    private interface Stage {

        /** Returns whether the next stage follows. */
        boolean pass(EventInHand event) throws HandlerFailed;
    }

    void run(EventInHand event) throws HandlerFailed {
        for (Stage stage : stages) {
            if (!stage.pass(event)) {
                return;
            }
        }
    }

    /** Reports count once more where they reach a mailbox; what waits for this event goes on. */
    private boolean settle(EventInHand event) {
        outbox.settle(turns.named(event));
        outbox.release(event.accepted());
        return true;
    }

    /** Takes in what the event tells of the group and its people, unless it is a timer that was handled before. */
    private boolean learn(EventInHand event) {
        if (turns.handledBefore(event)) {
            event.handledBy("handled before");
            return false;
        }
        event.begin(turns.begin(event));
        return true;
    }

    private boolean before(EventInHand event) throws HandlerFailed {
        for (HandlerMethod handler : handlers.before()) {
            if (!event.stopped()) {
                call(handler, event);
            }
        }
        return true;
    }

    /** The first handler of a bot that fits is its only one, unless it passes. */
    private boolean chains(EventInHand event) throws HandlerFailed {
        if (!event.stopped()) {
            for (List<HandlerMethod> chain : handlers.chains()) {
                chain(chain, event);
            }
        }
        return true;
    }

    private void chain(List<HandlerMethod> chain, EventInHand event) throws HandlerFailed {
        for (HandlerMethod handler : chain) {
            BufferedTurn turn = call(handler, event);
            if (turn != null && !turn.passed()) {
                return;
            }
        }
    }

    private boolean after(EventInHand event) throws HandlerFailed {
        event.decide();
        for (HandlerMethod handler : handlers.after()) {
            call(handler, event);
        }
        return true;
    }

    /** Calls a handler, if it takes the event. */
    private @Nullable BufferedTurn call(HandlerMethod handler, EventInHand event) throws HandlerFailed {
        SharedTurn shared = event.turn();
        Match match = shared.isFor(handler) ? HandlerCalls.match(handler, shared.event()) : null;
        if (match == null) {
            return null;
        }
        Duration wait = event.isHandled() ? patience : FREE_SOON;
        event.handledBy(handler.name());
        return calls.call(handler, event, match, wait);
    }
}
