package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Reply;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.number.NumberJournal;

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

    static @Nullable Match match(HandlerMethod handler, Event event) throws HandlerFailed {
        try {
            return handler.match(event);
        } catch (RuntimeException | Error e) {
            throw new HandlerFailed(handler.name(), e);
        }
    }

    /** @param patience how long to wait for a free thread */
    BufferedTurn call(HandlerMethod handler, EventInHand event, Match match, Duration patience) throws HandlerFailed {
        BufferedTurn turn = new BufferedTurn(event, handler.phase(), new TurnScope(handler.name()));
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

    /** What it returns is read there too, since a stream or an iterator may do its work only then. */
    private void answerInTime(HandlerMethod handler, BufferedTurn turn, Match match, Duration patience)
            throws Throwable {
        Event event = turn.event();
        inTime(new Caller(handler.name(), event.group(), event.origin().key()), patience,
                () -> turn.answer(handler.invoke(turn, match)), turn.scope()::giveUp);
        turn.scope().end();
    }

    /**
     * An author's method that is called.
     *
     * @param handler class, method and parameter types
     * @param group   the conversation that it is called for
     * @param subject the id of the event or message that it is called for
     */
    record Caller(String handler, String group, String subject) {}

    /**
     * Runs an author's code on a thread of its own, so that code that hangs is given up and the group goes on.
     *
     * @param patience how long to wait for a free thread
     * @param giveUp   is told why the call is given up, before its thread is told to end
     * @throws Throwable what the code throws
     */
    void inTime(Caller caller, Duration patience, HandlerThreads.Work work, Consumer<String> giveUp) throws Throwable {
        HandlerThreads.Call call = threads.start(caller.handler(), patience, work);
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

    /** A call that runs on is recorded, and recorded again when it has ended after all. */
    private void end(HandlerThreads.Call call, Caller caller) throws InterruptedException {
        try {
            call.end(() -> record(Step.HANDLER_FREED, caller,
                    "a call of " + caller.handler() + " that ran on has ended"));
        } catch (StuckCalls stuck) {
            record(Step.HANDLER_STUCK, caller, new HandlerFailed(caller.handler(), stuck).withoutWords());
            throw stuck;
        }
    }

    private void record(Step step, Caller caller, String detail) {
        journal.record(step, caller.group(), caller.subject(), detail);
    }
}
