package dev.tertulia.dispatch;

import dev.tertulia.bot.Failure;
import dev.tertulia.handler.HandlerMethod;
import dev.tertulia.handler.Handlers;
import dev.tertulia.handler.Match;
import dev.tertulia.message.Event;
import dev.tertulia.store.Effects;
import dev.tertulia.turn.EventView;
import dev.tertulia.turn.SharedTurn;
import dev.tertulia.turn.TurnFactory;
import dev.tertulia.turn.TurnSettings;

/** The handling of events that failed for good. */
final class FailedEvents {

    private final Handlers handlers;
    private final TurnSettings settings;
    private final TurnFactory turns;
    private final HandlerCalls calls;

    FailedEvents(Dispatcher.Turns turns) {
        this.handlers = turns.handlers();
        this.settings = turns.settings();
        this.calls = turns.calls();
        this.turns = turns.factory();
    }

    /** The name of the first handler that takes an event. */
    String firstAsked(Event event) {
        return handlers.inOrder().filter(handler -> handler.match(EventView.of(event)) != null).map(HandlerMethod::name)
                .findFirst().orElse("the line itself");
    }

    /** The effects of an event that failed for good: it becomes a dead letter, and error handlers are called. */
    Effects effects(EventContext inHand, HandlerFailed failed, int attempts) {
        Event event = inHand.accepted();
        Failure failure = new Failure(event, failed.handler(), failed.getCause(), attempts);
        EventContext again = new EventContext(event, inHand.mail());
        again.begin(turn(inHand, failure));
        String reason = failed.handler() + (failed.isFinal()
                ? " failed, and trying again cannot help: "
                : " failed " + attempts + " times: ") + failed.getCause();
        for (HandlerMethod handler : handlers.onError()) {
            try {
                calls.call(handler, again, Match.PLAIN, settings.handlerLimit());
            } catch (NoFreeThread busy) {
                return again.turn().effects(reason + "; " + busy.getMessage());
            } catch (HandlerFailed anew) {
                failed.also(anew.getCause());
                return turn(inHand, failure).effects(
                        reason + "; " + anew.handler() + " failed too: " + anew.getCause());
            }
        }
        return again.turn().effects(reason);
    }

    private SharedTurn turn(EventContext inHand, Failure failure) {
        return turns.turn(inHand.accepted(), inHand.mail(), failure);
    }
}
