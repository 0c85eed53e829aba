package dev.tertulia.dispatch;

import dev.tertulia.bot.Failure;
import dev.tertulia.message.Event;
import dev.tertulia.store.Effects;

/** The handling of events that failed for good. */
final class FailedEvents {

    private final Handlers handlers;
    private final DispatchSettings settings;
    private final TurnFactory turns;
    private final HandlerCalls calls;

    FailedEvents(Bots bots, HandlerCalls calls, TurnFactory turns) {
        this.handlers = bots.handlers();
        this.settings = bots.settings();
        this.calls = calls;
        this.turns = turns;
    }

    /** The name of the first handler that takes an event. */
    String firstAsked(Event event) {
        return handlers.inOrder().filter(handler -> handler.match(EventView.of(event)) != null).map(HandlerMethod::name)
                .findFirst().orElse("the line itself");
    }

    /** The effects of an event that failed for good: it becomes a dead letter, and error handlers are called. */
    Effects effects(EventInHand inHand, HandlerFailed failed, int attempts) {
        Event event = inHand.accepted();
        Failure failure = new Failure(event, failed.handler(), failed.getCause(), attempts);
        EventInHand again = new EventInHand(event, inHand.mail());
        again.begin(turns.turn(again, failure));
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
                return turns.turn(again, failure).effects(
                        reason + "; " + anew.handler() + " failed too: " + anew.getCause());
            }
        }
        return again.turn().effects(reason);
    }
}
