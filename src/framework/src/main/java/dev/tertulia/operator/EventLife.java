package dev.tertulia.operator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tertulia.journal.Step;
import dev.tertulia.store.JournalEntry;

/**
 * The life of one event, as far as the journal has it: its acceptance, its turn, and what became of each of its sends.
 *
 * @param mark  as in {@link dev.tertulia.journal.CorrelationId}
 * @param steps the oldest first; at least one
 */
public record EventLife(String mark, List<JournalEntry> steps) {

    /** The keys of statuses begin with it. */
    private static final String STATUS = "status:";

    /** When its first known step happened. */
    public Instant since() {
        return steps.getFirst().at();
    }

    /** The conversation concerned. */
    public String group() {
        return steps.getFirst().group();
    }

    /** The steps of the event itself: its acceptance and the attempts at its turn. */
    public List<JournalEntry> ofEvent() {
        String key = key();
        return steps.stream().filter(step -> step.subject().equals(key)).toList();
    }

    /** The turns of reports about its sends, where handlers take those. */
    public List<JournalEntry> ofReports() {
        String key = key();
        return steps.stream().filter(step -> !step.ofSend() && !step.subject().equals(key)).toList();
    }

    /** The key of the event; empty if no step of it is known. */
    private String key() {
        return steps.stream().filter(EventLife::begins)
                .findFirst()
                .or(() -> steps.stream().filter(step -> !step.ofSend() && !step.subject().startsWith(STATUS))
                        .findFirst())
                .map(JournalEntry::subject).orElse("");
    }

    /** The steps of each send, by its id. */
    public Map<String, List<JournalEntry>> ofSends() {
        return steps.stream().filter(JournalEntry::ofSend)
                .collect(Collectors.groupingBy(JournalEntry::subject, LinkedHashMap::new, Collectors.toList()));
    }

    /** Whether a step begins the life of an event. */
    static boolean begins(JournalEntry step) {
        return step.step() == Step.ACCEPTED && !step.ofSend();
    }
}
