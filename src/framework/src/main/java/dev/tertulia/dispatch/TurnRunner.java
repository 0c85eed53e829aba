package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Reply;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Removed;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Labels;
import dev.tertulia.store.Mail;

/** Runs the handlers that fit an event and hands back what they want done; does nothing itself. */
final class TurnRunner {

    private static final int LONGEST_HINT = 1_000;
    /** The event comes again if no thread is free by then; once a handler was called for it, it is waited for longer. */
    private static final Duration FREE_SOON = Duration.ofMillis(50);

    private final Handlers handlers;
    private final DispatchSettings settings;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final GroupFactsSource registry;
    private final Labels labels;
    private final Inbox inbox;
    private final Identities identities;
    private final Journal journal;
    private final String number;

    TurnRunner(Dispatcher.Parts parts) {
        this.handlers = parts.handlers();
        this.settings = parts.settings();
        this.json = parts.json();
        this.clock = parts.clock();
        this.registry = parts.registry();
        this.labels = parts.labels();
        this.inbox = parts.inbox();
        this.identities = new Identities(parts.people(), parts.inbox(), clock, parts.wakeMail());
        this.journal = parts.journal();
        this.number = parts.number();
    }

    /**
     * The effects of an event.
     *
     * @param handled the handlers that took it, for the journal
     */
    record Result(Effects effects, List<String> handled) {}

    Result run(Event accepted, Mail mail) throws HandlerFailed {
        if (ScheduleLog.repeats(accepted, new States(json, mail.state()))) {
            return new Result(Effects.NONE, List.of("handled before"));
        }
        identities.observe(accepted);
        SharedTurn shared = shared(accepted, mail, null);
        List<String> handled = new java.util.ArrayList<>();
        for (HandlerMethod handler : handlers.inOrder()) {
            Match match = shared.isFor(handler) ? match(handler, shared.event()) : null;
            if (match == null) {
                continue;
            }
            handled.add(handler.name());
            Duration patience = handled.size() == 1 ? FREE_SOON : settings.handlerLimit();
            if (!call(handler, shared, match, patience).passed()) {
                break;
            }
        }
        return new Result(shared.effects(null), handled);
    }

    /** The name of the handler that is asked first about an event. */
    String firstAsked(Event event) {
        return handlers.inOrder().stream().filter(handler -> handler.match(event) != null).map(HandlerMethod::name)
                .findFirst().orElse("the line itself");
    }

    /** The effects of an event that failed for good: it goes to the dead letters, and error handlers may say something. */
    Effects fail(Event event, Mail mail, HandlerFailed failed, int attempts) {
        Failure failure = new Failure(event, failed.handler(), failed.getCause(), attempts);
        SharedTurn shared = shared(event, mail, failure);
        String reason = failed.handler() + (failed.isFinal()
                ? " failed, and trying again cannot help: "
                : " failed " + attempts + " times: ") + failed.getCause();
        for (HandlerMethod handler : handlers.onError()) {
            try {
                call(handler, shared, Match.PLAIN, settings.handlerLimit());
            } catch (NoFreeThread busy) {
                return shared.effects(reason + "; " + busy.getMessage());
            } catch (HandlerFailed again) {
                failed.also(again.getCause());
                return shared(event, mail, failure).effects(
                        reason + "; " + again.handler() + " failed too: " + again.getCause());
            }
        }
        return shared.effects(reason);
    }

    private static @Nullable Match match(HandlerMethod handler, Event event) throws HandlerFailed {
        try {
            return handler.match(event);
        } catch (RuntimeException | Error e) {
            throw new HandlerFailed(handler.name(), e);
        }
    }

    /** What is told of a person, with all that the group knows of them: whoever counts or waits may know another name. */
    Event named(Event event, Mail mail) {
        if (!(event instanceof Removed || event instanceof MessageStatus status && status.pricing() != null)) {
            return event;
        }
        GroupFactsSession group = new GroupFactsSession(registry,
                new States(json, mail.state()).of(GroupFacts.class, null),
                event.group(), clock.instant());
        return registry.named(event, group::current);
    }

    private SharedTurn shared(Event event, Mail mail, @Nullable Failure failure) {
        SendFactory draft = new SendFactory(event.group(), event, clock.instant(), settings.replyHold());
        States states = new States(json, mail.state());
        ScheduleLog.note(event, states, draft.now());
        ThroughputChanged.note(event, states);
        AccountState.note(event, states);
        LearningGroup group = new LearningGroup(registry, states, identities, event, draft.now());
        return new SharedTurn(group.learn(event), draft, states, group, () -> labels.of(event.group()), failure,
                new BufferedEffects(cancelled -> timers(event.group(), cancelled), () -> labels.of(event.group())));
    }

    /** They are read one by one only where that matters. */
    private int timers(String group, List<String> cancelled) {
        int all = inbox.countTimers(group);
        return all < Inbox.MOST_TIMERS || cancelled.isEmpty()
                ? all
                : (int) inbox.timers(group).stream().filter(timer -> !cancelled.contains(timer.name())).count();
    }

    /** @param patience how long to wait for a free thread */
    private BufferedTurn call(HandlerMethod handler, SharedTurn shared, Match match, Duration patience)
            throws HandlerFailed {
        BufferedTurn turn = new BufferedTurn(shared, new TurnScope(handler.name()));
        if (match.usage() != null) {
            turn.answer(quoting(turn.event(), match.usage()));
            return turn;
        }
        try {
            answerInTime(handler, turn, match, patience);
        } catch (NoFreeThread busy) {
            throw busy;
        } catch (CommandUsageError misused) {
            turn.answer(quoting(turn.event(), misused.getMessage()));
        } catch (Throwable e) {
            throw new HandlerFailed(handler.name(), e);
        }
        return turn;
    }

    /** What people wrote stands in it, so it may be long. */
    private static Reply quoting(Event event, String words) {
        Reply reply = Reply.text(Characters.cut(words, LONGEST_HINT));
        return event instanceof GroupMessage message ? reply.quoting(message) : reply;
    }

    /**
     * On a thread of its own, so that a handler that hangs is given up and the group goes on. What it returns is read
     * there too, since a stream or an iterator may do its work only then.
     */
    private void answerInTime(HandlerMethod handler, BufferedTurn turn, Match match, Duration patience)
            throws Throwable {
        HandlerThreads.Call call = handlers.threads().start(handler.name(), patience,
                () -> turn.answer(handler.invoke(turn, match)));
        try {
            call.await(settings.handlerLimit());
            turn.scope().end();
        } catch (TimeoutException late) {
            turn.scope().giveUp("it took longer than " + settings.handlerLimit());
            end(call, handler, turn.event());
            throw new TimeoutException(handler.name() + " took longer than " + settings.handlerLimit());
        } catch (InterruptedException stop) {
            turn.scope().giveUp("the program stops");
            call.interrupt();
            throw stop;
        } catch (ExecutionException e) {
            turn.scope().giveUp("it failed");
            throw e.getCause();
        }
    }

    /** Whoever runs on is told of, and told of again when it has ended after all. */
    private void end(HandlerThreads.Call call, HandlerMethod handler, Event event) throws InterruptedException {
        try {
            call.end(() -> record(Step.HANDLER_FREED, event, "a call of " + handler.name() + " that ran on has ended"));
        } catch (StuckCalls stuck) {
            record(Step.HANDLER_STUCK, event, new HandlerFailed(handler.name(), stuck).withoutWords());
            throw stuck;
        }
    }

    private void record(Step step, Event event, String detail) {
        journal.record(new Journal.Entry(step, number, event.group(), event.origin().key(), detail));
    }
}
