package dev.tertulia.server.console.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Step;
import dev.tertulia.operator.EventLife;
import dev.tertulia.store.JournalEntry;

/**
 * A message or operation that an event caused.
 *
 * @param attempts what became of it, the oldest first
 * @param members  the statuses of each member
 */
public record SendView(String id, List<JournalEntry> attempts, List<MemberStatus> members) {

    static List<SendView> of(EventLife life) {
        return life.ofSends().entrySet().stream().map(send -> of(send.getKey(), send.getValue())).toList();
    }

    private static SendView of(String id, List<JournalEntry> steps) {
        return new SendView(id, steps.stream().filter(step -> step.step() != Step.ACCEPTED).toList(),
                MemberStatus.of(steps.stream().filter(step -> step.step() == Step.ACCEPTED).toList()));
    }

    /** Its kind, such as {@code FreeForm}; empty if no attempt is known. */
    public String kind() {
        return attempts.isEmpty() ? "" : attempts.getFirst().detail().split(":", 2)[0];
    }

    /** The last attempt; {@code null} if only statuses are known. */
    public @Nullable JournalEntry last() {
        return attempts.isEmpty() ? null : attempts.getLast();
    }

    /** The number of members with each state after it was sent, in the order of the states. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        states().stream().filter(state -> !state.equals("sent")).forEach(state -> counts.put(state,
                members.stream().filter(member -> member.at().containsKey(state)).count()));
        return counts;
    }

    /** The states that were reported, in their order. */
    public List<String> states() {
        return MemberStatus.STATES.stream()
                .filter(state -> members.stream().anyMatch(member -> member.at().containsKey(state))).toList();
    }
}
