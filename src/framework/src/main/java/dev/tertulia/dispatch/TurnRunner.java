package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Reply;
import dev.tertulia.inbox.Effects;
import dev.tertulia.inbox.Labels;
import dev.tertulia.inbox.Mail;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.registry.Registry;

/** Runs the handlers that fit an event and hands back what they want done; does nothing itself. */
final class TurnRunner {

    private final Handlers handlers;
    private final DispatchSettings settings;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Registry registry;
    private final Labels labels;

    TurnRunner(Dispatcher.Parts parts) {
        this.handlers = parts.handlers();
        this.settings = parts.settings();
        this.json = parts.json();
        this.clock = parts.clock();
        this.registry = parts.registry();
        this.labels = parts.labels();
    }

    /**
     * The effects of an event.
     *
     * @param handled the handlers that took it, for the journal
     */
    record Result(Effects effects, List<String> handled) {}

    Result run(Event accepted, Mail mail) throws HandlerFailed {
        if (Firings.repeats(accepted, new States(json, mail.state()))) {
            return new Result(Effects.NONE, List.of("handled before"));
        }
        RecordedTurn turn = turn(accepted, mail, null);
        Event event = turn.event();
        List<String> handled = new java.util.ArrayList<>();
        for (HandlerMethod handler : handlers.inOrder()) {
            Match match = match(handler, event);
            if (match == null) {
                continue;
            }
            handled.add(handler.name());
            call(handler, turn, match);
            if (!turn.takePass()) {
                break;
            }
        }
        return new Result(turn.effects(null), handled);
    }

    /** The effects of an event that failed for good: it goes to the dead letters, and error handlers may say something. */
    Effects fail(Event event, Mail mail, HandlerFailed failed, int attempts) {
        Failure failure = new Failure(event, failed.handler(), failed.getCause(), attempts);
        RecordedTurn turn = turn(event, mail, failure);
        String reason = failed.handler() + " failed " + attempts + " times: " + failed.getCause();
        for (HandlerMethod handler : handlers.onError()) {
            try {
                call(handler, turn, Match.PLAIN);
            } catch (HandlerFailed again) {
                failed.also(again.getCause());
                return turn(event, mail, failure).effects(
                        reason + "; " + again.handler() + " failed too: " + again.getCause());
            }
        }
        return turn.effects(reason);
    }

    private static @Nullable Match match(HandlerMethod handler, Event event) throws HandlerFailed {
        try {
            return handler.match(event);
        } catch (RuntimeException | Error e) {
            throw new HandlerFailed(handler.name(), e);
        }
    }

    private RecordedTurn turn(Event event, Mail mail, @Nullable Failure failure) {
        Draft draft = new Draft(event.group(), event, clock.instant(), settings.replyHold());
        States states = new States(json, mail.state());
        Firings.note(event, states, draft.now());
        NumberChanged.note(event, states);
        KnownGroup group = new KnownGroup(registry, states.of(GroupFacts.class, null), event.group(), draft.now());
        return new RecordedTurn(group.learn(event), draft,
                new RecordedTurn.Known(states, group::facts, () -> labels.of(event.group())), failure);
    }

    private void call(HandlerMethod handler, RecordedTurn turn, Match match) throws HandlerFailed {
        if (match.usage() != null) {
            turn.answer(quoting(turn.event(), match.usage()));
            return;
        }
        try {
            turn.answer(inTime(handler, turn, match));
        } catch (Misused misused) {
            turn.answer(quoting(turn.event(), misused.getMessage()));
        } catch (Throwable e) {
            throw new HandlerFailed(handler.name(), e);
        }
    }

    private static Reply quoting(Event event, String words) {
        Reply reply = Reply.text(words);
        return event instanceof GroupMessage message ? reply.quoting(message) : reply;
    }

    /** On a thread of its own, so that a handler that hangs is given up and the group goes on. */
    private @Nullable Object inTime(HandlerMethod handler, RecordedTurn turn, Match match) throws Throwable {
        Duration limit = settings.handlerLimit();
        FutureTask<@Nullable Object> task = new FutureTask<>(() -> handler.invoke(turn, match));
        Thread thread = Thread.ofVirtual().name(handler.name()).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            throw new TimeoutException(handler.name() + " took longer than " + limit);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
