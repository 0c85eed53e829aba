package dev.tertulia.dispatch;

import dev.tertulia.bot.Failure;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.Event;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Stores;

/** Runs the turn of an event and hands back what its handlers want done; does nothing itself. */
final class TurnRunner {

    private final Handlers handlers;
    private final DispatchSettings settings;
    private final TurnFactory turns;
    private final HandlerCalls calls;
    private final Stages stages;

    TurnRunner(NumberContext number, Stores stores, Outbox outbox, GroupFactsSource facts, Bots bots,
            Runnable wakeMail) {
        this.handlers = bots.handlers();
        this.settings = bots.settings();
        this.turns = new TurnFactory(number, stores, facts, settings, wakeMail);
        this.calls = new HandlerCalls(handlers.threads(), settings.handlerLimit(), number.journal());
        this.stages = new Stages(outbox, handlers, calls, turns, settings);
    }

    /** Runs the stages. What was decided is then known by {@code event}. */
    void run(EventInHand event) throws HandlerFailed {
        stages.run(event);
    }

    /** The name of the handler that is asked first about an event. */
    String firstAsked(Event event) {
        return handlers.inOrder().filter(handler -> handler.match(event) != null).map(HandlerMethod::name)
                .findFirst().orElse("the line itself");
    }

    /** The effects of an event that failed for good: it goes to the dead letters, and error handlers may say something. */
    Effects fail(EventInHand inHand, HandlerFailed failed, int attempts) {
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
