package dev.tertulia.server.cli.terminal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import dev.tertulia.moderation.rules.Durations;

/** Lengths of time in the words of the command line. */
public final class TimeText {

    private static final int TWO = 2;

    private TimeText() {}

    /** Reads a length of time, such as {@code 90s}, {@code 1h30m} or {@code PT25H}; empty if the text is none. */
    public static Optional<Duration> parse(String text) {
        try {
            return text.startsWith("P") ? Optional.of(Duration.parse(text)) : Durations.parse(text);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A length such as {@code 45 s}, {@code 12 min}, {@code 22 h} or {@code 3 d}. */
    public static String of(Duration length) {
        Duration positive = length.abs();
        if (positive.toMinutes() < TWO) {
            return positive.toSeconds() + " s";
        }
        if (positive.toHours() < TWO) {
            return positive.toMinutes() + " min";
        }
        return positive.toDays() < TWO ? positive.toHours() + " h" : positive.toDays() + " d";
    }
}
