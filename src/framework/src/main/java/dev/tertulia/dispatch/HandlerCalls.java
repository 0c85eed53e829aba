package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Unanswered.Reason;
import dev.tertulia.handler.CommandUsageException;
import dev.tertulia.handler.HandlerMethod;
import dev.tertulia.handler.Match;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.journal.LogFields;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.phrases.Phrase;
import dev.tertulia.turn.BufferedTurn;
import dev.tertulia.turn.EventView;
import dev.tertulia.turn.OpenQuestion;
import dev.tertulia.turn.SharedTurn;

/** Calls handlers, each on a thread of its own and within a time limit. */
final class HandlerCalls {

    private static final int LONGEST_HINT = 1_000;

    private final HandlerThreads threads;
    private final Duration limit;
    private final NumberJournal journal;

    HandlerCalls(HandlerThreads threads, Duration limit, NumberJournal journal) {
        this.threads = threads;
        this.limit = limit;
        this.journal = journal;
    }

    static @Nullable Match match(HandlerMethod handler, EventView view) throws HandlerFailed {
        try {
            return handler.match(view);
        } catch (RuntimeException | Error e) {
            throw new HandlerFailed(handler.name(), e);
        }
    }

    /** @param patience how long to wait for a free thread */
    BufferedTurn call(HandlerMethod handler, EventContext event, Match match, Duration patience) throws HandlerFailed {
        BufferedTurn turn = turn(handler, event);
        if (match.usage() != null) {
            say(turn, match.usage());
            return turn;
        }
        if (match.question() != null) {
            turn.shared().close(match.question());
        }
        try {
            answerInTime(handler, turn, match, patience);
        } catch (NoFreeThread busy) {
            throw busy;
        } catch (CommandUsageException misused) {
            explain(turn, match.question(), misused);
        } catch (Throwable e) {
            throw new HandlerFailed(handler.name(), e);
        }
        if (turn.passed() && match.question() != null) {
            turn.shared().reopen(match.question());
        }
        return turn;
    }

    private static BufferedTurn turn(HandlerMethod handler, EventContext event) {
        return new BufferedTurn(event.turn(), event, handler.forTurn());
    }

    /** Explains how to write a command or an answer. An answer is requested again as often as its handler allows. */
    private static void explain(BufferedTurn turn, @Nullable OpenQuestion question, CommandUsageException misused) {
        if (question == null) {
            say(turn, misused.phrase());
            return;
        }
        SharedTurn shared = turn.shared();
        if (question.left() > 0) {
            say(turn, Phrase.of("dialogue.again", misused.expected()));
            shared.reopen(question.afterMistake());
        } else {
            shared.giveUp(question, Reason.NOT_UNDERSTOOD);
        }
    }

    /** Refuses a command that is for staff alone. */
    BufferedTurn refuse(HandlerMethod handler, EventContext event) {
        BufferedTurn turn = turn(handler, event);
        event.handledBy(handler.name());
        say(turn, Phrase.of("staff.only", handler.example()));
        return turn;
    }

    /** Says that a question is cancelled, where its bot has no handler for that. */
    void sayCancelled(HandlerMethod ofBot, EventContext event) {
        BufferedTurn turn = turn(ofBot, event);
        if (turn.event() instanceof IncomingMessage) {
            event.handledBy("the framework itself");
            say(turn, Phrase.of("dialogue.cancelled"));
        }
    }

    /** Says that a question is given up, where its bot has no handler for that. */
    void sayGivenUp(HandlerMethod ofBot, EventContext event) {
        say(turn(ofBot, event), Phrase.of("dialogue.give-up"));
    }

    /** Sends a phrase, which may contain text from people and is therefore bounded. */
    private static void say(BufferedTurn turn, Phrase phrase) {
        Reply reply = Reply.text(Characters.cut(phrase.in(turn.phrases()), LONGEST_HINT));
        turn.answer(turn.event() instanceof IncomingMessage message ? reply.quoting(message) : reply);
    }

    /** Reads the result on the handler's thread too, because a stream or iterator may compute only then. */
    private void answerInTime(HandlerMethod handler, BufferedTurn turn, Match match, Duration patience)
            throws Throwable {
        Event event = turn.event();
        inTime(new CalledMethod(handler.name(), event.group(), event.origin().key(),
                CorrelationId.of(event).traceId()), patience,
                () -> turn.answer(handler.invoke(turn, match)), turn::giveUp);
        turn.end();
    }

    /**
     * An author's method that is called.
     *
     * @param handler class, method and parameter types
     * @param group   the conversation that it is called for
     * @param subject the id of the event or message that it is called for
     * @param trace   the id of the event's trace; empty if there is no event
     */
    record CalledMethod(String handler, String group, String subject, String trace) {}

    /**
     * Runs an author's code on a thread of its own, so that a hanging call can be abandoned and the group continues.
     *
     * @param patience how long to wait for a free thread
     * @param giveUp receives the reason before the thread of an abandoned call is interrupted
     * @throws Throwable the exception of the code
     */
    void inTime(CalledMethod caller, Duration patience, HandlerThreads.Work work, Consumer<String> giveUp)
            throws Throwable {
        HandlerThreads.Call call = threads.start(caller.handler(), patience, withFields(caller, work));
        try {
            call.await(limit);
        } catch (TimeoutException late) {
            giveUp.accept("it took longer than " + limit);
            end(call, caller);
            throw new TimeoutException(caller.handler() + " took longer than " + limit);
        } catch (InterruptedException stop) {
            giveUp.accept("the program stops");
            call.interrupt();
            throw stop;
        } catch (ExecutionException e) {
            giveUp.accept("it failed");
            throw e.getCause();
        }
    }

    /** What the code logs names the event for which it is called. */
    private HandlerThreads.Work withFields(CalledMethod caller, HandlerThreads.Work work) {
        return () -> {
            LogFields.put(journal.number(), caller.group(), caller.subject(), caller.trace());
            try {
                work.run();
            } finally {
                LogFields.clear();
            }
        };
    }

    /** Records an abandoned call, and records its end if it ends later. */
    private void end(HandlerThreads.Call call, CalledMethod caller) throws InterruptedException {
        try {
            call.end(() -> record(Step.HANDLER_FREED, caller,
                    "a call of " + caller.handler() + " that kept running has ended"));
        } catch (StuckCalls stuck) {
            record(Step.HANDLER_STUCK, caller, new HandlerFailed(caller.handler(), stuck).withoutWords());
            throw stuck;
        }
    }

    private void record(Step step, CalledMethod caller, String detail) {
        journal.record(step, caller.group(), caller.subject(), detail);
    }
}
