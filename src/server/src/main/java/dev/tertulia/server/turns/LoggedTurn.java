package dev.tertulia.server.turns;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One event and its outcome, as the page shows it. Guarded by the turn log. */
final class LoggedTurn {

    /** The outcome of an event that is not handled yet. */
    private static final String WAITING = "WAITING";

    private final Told event;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private Changes changes = Changes.NONE;
    private String outcome = WAITING;
    private int repeats;
    private long seq;

    /**
     * The event.
     *
     * @param id      unique within the log
     * @param message the id of the message; {@code null} if the event is not a message
     * @param what    a short description, which contains text that people wrote
     */
    record Told(String id, String group, @Nullable String message, String at, String kind, String what) {}

    /**
     * An attempt to handle the event.
     *
     * @param handlers the handlers that took it, or the one that failed
     * @param failure  message and stack trace of the exception
     */
    record Attempt(String step, String handlers, @Nullable String failure, long tookMillis) {}

    /** A message or operation, and its progress. */
    record Answer(String id, String what, String whenShut, List<Mark> marks) {}

    /** One step in the delivery of an answer. */
    record Mark(String step, String detail, String at) {}

    /** A value before and after. */
    record Change(String name, @Nullable String before, @Nullable String after) {}

    /** Other changes of a turn. */
    record Changes(List<Change> state, List<String> timers, List<String> labels, @Nullable String deadLetter) {

        static final Changes NONE = new Changes(List.of(), List.of(), List.of(), null);
    }

    /** The turn in the JSON of the page. */
    record View(long seq, Told event, String outcome, int repeats, List<Attempt> attempts, List<Answer> answers,
            Changes changes) {}

    LoggedTurn(Told event) {
        this.event = event;
    }

    void tried(Attempt attempt) {
        attempts.add(attempt);
        outcome = attempt.step();
    }

    void changed(Changes now, List<Answer> wanted) {
        changes = now;
        answers.addAll(wanted);
    }

    /** Drops the answers and changes of an attempt whose claim was lost. */
    void notWritten() {
        changes = Changes.NONE;
        answers.clear();
    }

    void repeated() {
        repeats++;
    }

    /** The sequence number of the last change. */
    long seq() {
        return seq;
    }

    LoggedTurn at(long number) {
        seq = number;
        return this;
    }

    View view() {
        return new View(seq, event, outcome, repeats, List.copyOf(attempts),
                answers.stream().map(one -> new Answer(one.id(), one.what(), one.whenShut(), List.copyOf(one.marks())))
                        .toList(),
                changes);
    }
}
