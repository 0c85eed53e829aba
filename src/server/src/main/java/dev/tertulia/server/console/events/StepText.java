package dev.tertulia.server.console.events;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.server.console.page.Texts;
import dev.tertulia.store.JournalEntry;

/**
 * The detail of a step as pages show it. What counts something is in the language of the page; names of types and handlers,
 * codes and causes are shown as they were recorded.
 */
public final class StepText {

    private static final Pattern ATTEMPT = Pattern.compile("^attempt (\\d+): ");
    private static final Pattern CHANGES = Pattern
            .compile(" → (\\d+ (?:to send|stored|timers|labels)(?:, \\d+ (?:to send|stored|timers|labels))*)$");
    private static final Pattern CONFIRMED = Pattern.compile("^its webhook says so(?::$)?");

    private StepText() {}

    /** The text for a step. */
    public static String of(JournalEntry step, Texts texts) {
        String attempts = ATTEMPT.matcher(step.detail())
                .replaceFirst(found -> quoted(texts.get("step.attempt", found.group(1)) + " "));
        String changes = CHANGES.matcher(attempts)
                .replaceFirst(found -> quoted(" → " + changes(found.group(1), texts)));
        return CONFIRMED.matcher(changes).replaceFirst(found -> quoted(texts.get("step.confirmed")));
    }

    private static String changes(String counts, Texts texts) {
        return Stream.of(counts.split(", ")).map(count -> count.split(" ", 2)).map(count -> texts
                .get("step.changes." + count[1].replace("to ", ""), Integer.parseInt(count[0])))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
