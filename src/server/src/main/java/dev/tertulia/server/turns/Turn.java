package dev.tertulia.server.turns;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One event and what was done with it, as the page shows it. Guarded by the log of turns. */
final class Turn {

    /** What an event is called before anybody has handled it. */
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
     * @param message id of the message that it is; {@code null} if it is none
     * @param what    the event in a few words, some of which people wrote
     */
    record Told(String id, String group, @Nullable String message, String at, String kind, String what) {}

    /**
     * A try at the event.
     *
     * @param handlers those that took it, or the one that failed
     * @param failure  message and stack trace of what was thrown
     */
    record Attempt(String step, String handlers, @Nullable String failure, long tookMillis) {}

    /** What was to be said or done, and how far that came. */
    record Answer(String id, String what, String whenShut, List<Mark> marks) {}

    /** One step on the way of an answer. */
    record Mark(String step, String detail, String at) {}

    /** A value before and after. */
    record Change(String name, @Nullable String before, @Nullable String after) {}

    /** All else that a turn changed. */
    record Changes(List<Change> state, List<String> timers, List<String> labels, @Nullable String deadLetter) {

        static final Changes NONE = new Changes(List.of(), List.of(), List.of(), null);
    }

    /** The turn as the page reads it. */
    record View(long seq, Told event, String outcome, int repeats, List<Attempt> attempts, List<Answer> answers,
            Changes changes) {}

    Turn(Told event) {
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

    /** The claim was lost, so that none of it holds. */
    void notWritten() {
        changes = Changes.NONE;
        answers.clear();
    }

    void repeated() {
        repeats++;
    }

    /** When it was changed last. */
    long seq() {
        return seq;
    }

    Turn at(long number) {
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
