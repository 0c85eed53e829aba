package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

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

    /**
     * On a thread of its own, so that a handler that hangs is given up and the group goes on. What it returns is read
     * there too, since a stream or an iterator may do its work only then.
     */
    private void answerInTime(HandlerMethod handler, BufferedTurn turn, Match match, Duration patience)
            throws Throwable {
        HandlerThreads.Call call = threads.start(handler.name(), patience,
                () -> turn.answer(handler.invoke(turn, match)));
        try {
            call.await(limit);
            turn.scope().end();
        } catch (TimeoutException late) {
            turn.scope().giveUp("it took longer than " + limit);
            end(call, handler, turn.event());
            throw new TimeoutException(handler.name() + " took longer than " + limit);
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
        journal.record(step, event.group(), event.origin().key(), detail);
    }
}
