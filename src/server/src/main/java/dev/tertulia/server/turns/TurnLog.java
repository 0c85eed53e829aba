package dev.tertulia.server.turns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.WireError;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.turn.QuestionEvents;

/**
 * Log of the latest events and their outcomes, including text that people wrote and stack traces. For a page on the
 * developer's own machine, never for a live process. Thread-safe.
 */
public final class TurnLog implements AutoCloseable {

    private static final int MOST_TURNS = 500;
    private static final int MOST_NOTICES = 100;

    private final String run = UUID.randomUUID().toString();
    private final InstantSource clock;
    private final Map<String, LoggedTurn> turns = new LinkedHashMap<>();
    private final Map<String, LoggedTurn> bySend = new HashMap<>();
    private final Map<String, LoggedTurn.Answer> answers = new HashMap<>();
    private final Deque<Notice> notices = new ArrayDeque<>();
    private long seq;
    private boolean closed;

    /** A step that belongs to no event in particular. */
    public record Notice(long seq, String step, String subject, String detail, String at) {}

    /**
     * The turns and notices that changed.
     *
     * @param run an id of the process, because sequence numbers start again after a restart
     */
    public record News(String run, long seq, List<?> turns, List<Notice> notices) {}

    public TurnLog(InstantSource clock) {
        this.clock = clock;
    }

    /** An inbox that records the changes of each turn. */
    public Inbox watch(Inbox inbox) {
        return new TurnLogInbox(inbox, this);
    }

    /** A journal that also records to this log. */
    public Journal watch(Journal journal) {
        return new TurnLogJournal(journal, this);
    }

    /**
     * Waits for changes after a sequence number and returns them.
     *
     * @param wait the maximum time to wait
     */
    public synchronized News after(long known, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toMillis(); seq <= known && left > 0 && !closed; left = (end - System.nanoTime())
                    / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new News(run, seq, turns.values().stream().filter(turn -> turn.seq() > known).map(LoggedTurn::view)
                .toList(), notices.stream().filter(notice -> notice.seq() > known).toList());
    }

    /** Ends all waiting calls. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized void accepted(Journal.Accepted accepted) {
        accepted.events().stream().filter(event -> !(event instanceof MessageStatus)).forEach(event -> {
            boolean known = turns.containsKey(TurnText.id(event));
            LoggedTurn turn = turn(event);
            if (known && accepted.fresh() == 0) {
                turn.repeated();
            }
        });
    }

    synchronized void changed(Event event, Map<String, String> before, Effects effects) {
        if (QuestionEvents.concerns(event)) {
            return;
        }
        List<LoggedTurn.Answer> wanted = TurnText.answers(effects);
        LoggedTurn.Changes changes = TurnText.changes(before, effects);
        if (event instanceof MessageStatus && wanted.isEmpty() && changes.equals(LoggedTurn.Changes.NONE)) {
            return;
        }
        LoggedTurn turn = turn(event);
        turn.changed(changes, wanted);
        wanted.forEach(answer -> {
            bySend.put(answer.id(), turn);
            answers.put(answer.id(), answer);
        });
    }

    synchronized void turned(Journal.Turned turned) {
        Journal.Ending ending = turned.ending();
        if (turned.event() instanceof MessageStatus status && ending.step() == Step.UNHANDLED) {
            failed(status);
            return;
        }
        if (QuestionEvents.concerns(turned.event()) && ending.step() == Step.HANDLED) {
            return;
        }
        LoggedTurn turn = turn(turned.event());
        if (ending.step() == Step.LOST_CLAIM) {
            turn.notWritten();
        }
        turn.tried(new LoggedTurn.Attempt(ending.step().name(), ending.handlers(),
                ending.failure() == null ? null : FailureText.of(ending.failure()), turned.took().toMillis()));
    }

    private void failed(MessageStatus status) {
        if (status.callback() != null && !status.errors().isEmpty()) {
            mark(status.callback(), "FAILED", status.errors().stream().map(WireError::toString)
                    .reduce((one, other) -> one + "; " + other).orElse(""));
        }
    }

    synchronized void recorded(Journal.Entry entry) {
        boolean known = mark(entry.subject(), entry.step().name(), entry.detail());
        if (!known && entry.step().alarming() && entry.step() != Step.DEAD && entry.step() != Step.RETRIED) {
            notices.addLast(new Notice(next(), entry.step().name(), entry.subject(), entry.detail(), now()));
            if (notices.size() > MOST_NOTICES) {
                notices.removeFirst();
            }
        }
    }

    private boolean mark(String send, String step, String detail) {
        LoggedTurn turn = bySend.get(send);
        LoggedTurn.Answer answer = answers.get(send);
        if (turn == null || answer == null) {
            return false;
        }
        answer.marks().add(new LoggedTurn.Mark(step, detail, now()));
        turn.at(next());
        return true;
    }

    /** The turn of an event, marked as changed. A new turn may replace the oldest one. */
    private LoggedTurn turn(Event event) {
        LoggedTurn turn = turns.computeIfAbsent(TurnText.id(event), id -> new LoggedTurn(TurnText.told(event)))
                .at(next());
        if (turns.size() > MOST_TURNS) {
            LoggedTurn oldest = turns.remove(turns.keySet().iterator().next());
            bySend.values().removeIf(of -> of == oldest);
            answers.keySet().retainAll(bySend.keySet());
        }
        return turn;
    }

    private long next() {
        seq++;
        notifyAll();
        return seq;
    }

    private String now() {
        return clock.instant().toString();
    }
}
