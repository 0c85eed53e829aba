package dev.tertulia.server.console.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Step;
import dev.tertulia.operator.EventLife;
import dev.tertulia.store.JournalEntry;

/** An event in a list. */
public record EventRow(EventLife life) {

    /** The rows of some events. */
    public static List<EventRow> of(List<EventLife> lives) {
        return lives.stream().map(EventRow::new).toList();
    }

    /** What happened, such as {@code GroupMessage …5678}. */
    public String what() {
        JournalEntry first = life.steps().getFirst();
        return first.ofSend() || first.detail().isEmpty() ? first.subject() : first.detail();
    }

    /** The last step of the event after its acceptance; {@code null} if it waits for its turn. */
    public @Nullable JournalEntry turn() {
        List<JournalEntry> steps = life.ofEvent();
        return steps.isEmpty() || steps.getLast().step() == Step.ACCEPTED ? null : steps.getLast();
    }

    /** Whether the event was accepted and nothing else happened. */
    public boolean waits() {
        return turn() == null && !life.ofEvent().isEmpty();
    }

    /** Its messages and operations. */
    public List<SendView> sends() {
        return SendView.of(life);
    }
}
