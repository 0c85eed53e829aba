package dev.tertulia.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Send;

/**
 * All that one turn changes.
 *
 * @param state           what to remember by key; empty to forget it
 * @param sends           what to say and do, in this order
 * @param timers          timers to start
 * @param cancelledTimers timers to stop, before the new ones start
 * @param labels          labels to put on the group or to take off, in this order
 * @param deadLetter      why the event goes to the dead letters, if it does
 */
public record Effects(Map<String, Optional<String>> state, List<Send> sends, List<StartTimer> timers,
        List<CancelTimers> cancelledTimers, List<LabelChange> labels, @Nullable String deadLetter) {

    /** A turn that changes nothing but being over. */
    public static final Effects NONE = new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), null);

    /** A turn whose event goes to the dead letters, and nothing else. */
    public static Effects deadLetter(String reason) {
        return new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), reason);
    }
}
