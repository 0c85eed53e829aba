package dev.tertulia.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Send;

/**
 * The effects of one turn.
 *
 * @param state values to store by key; empty to delete one
 * @param sends messages and operations, in this order
 * @param timers timers to start
 * @param cancelledTimers timers to stop, before the new ones start
 * @param labels labels to put on the group or to take off, in this order
 * @param deadLetter why the event goes to the dead letters, if it does
 */
public record Effects(Map<String, Optional<String>> state, List<Send> sends, List<StartTimer> timers,
        List<CancelTimers> cancelledTimers, List<LabelChange> labels, @Nullable String deadLetter) {

    /** The effects of a turn that changes nothing. */
    public static final Effects NONE = new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), null);

    /** The effects of a turn that only makes its event a dead letter. */
    public static Effects deadLetter(String reason) {
        return new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), reason);
    }
}
