package dev.tertulia.redis;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tertulia.journal.Step;
import dev.tertulia.store.JournalEntry;

/** Writes and reads entries of the journal: one a line, its parts between tabs. The detail is last, since steps add to it. */
final class JournalText {

    private static final String TAB = "\t";
    private static final int PARTS = 7;
    private static final Map<String, Step> STEPS = Arrays.stream(Step.values())
            .collect(Collectors.toMap(Step::name, Function.identity()));

    private JournalText() {}

    static String write(JournalEntry entry) {
        return head(entry) + entry.detail();
    }

    /** All but the detail. */
    static String head(JournalEntry entry) {
        Instant until = entry.until();
        return String.join(TAB, Long.toString(entry.at().toEpochMilli()), entry.step().name(), entry.group(),
                entry.mark(), entry.subject(), until == null ? "" : Long.toString(until.toEpochMilli()), "");
    }

    /** An entry; empty if it is of a newer version, which knows more steps. */
    static Optional<JournalEntry> read(String line) {
        String[] parts = line.split(TAB, PARTS);
        Step step = parts.length == PARTS ? STEPS.get(parts[1]) : null;
        return step == null
                ? Optional.empty()
                : Optional.of(new JournalEntry(moment(parts[0]), step, parts[2], parts[3], parts[4], parts[6],
                        parts[5].isEmpty() ? null : moment(parts[5])));
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
