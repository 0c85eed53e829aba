package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as rule files write them: numbers with units, such as {@code 90d} or {@code 1h30m}. */
public final class Durations {

    /** The longest time over which events are counted. */
    static final Duration LONGEST_WINDOW = Duration.ofDays(400);

    /** The longest time for which anything is kept. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern FORM = Pattern.compile("(?:[0-9]{1,9}[wdhms]){1,5}");
    private static final Pattern PART = Pattern.compile("([0-9]+)([wdhms])");
    private static final Map<String, Duration> UNITS = Map.of("w", Duration.ofDays(7), "d", Duration.ofDays(1), "h",
            Duration.ofHours(1), "m", Duration.ofMinutes(1), "s", Duration.ofSeconds(1));

    private Durations() {}

    /** The duration that a text stands for; empty if it stands for none, for nothing or for more than 10 years. */
    public static Optional<Duration> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(UNITS.getOrDefault(part.group(2), Duration.ZERO)
                    .multipliedBy(Long.parseLong(part.group(1))));
        }
        return Optional.of(sum).filter(one -> one.isPositive() && one.compareTo(LONGEST) <= 0);
    }

    /** A duration as a file writes it. */
    public static String show(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), 'd');
        append(text, duration.toHoursPart(), 'h');
        append(text, duration.toMinutesPart(), 'm');
        append(text, duration.toSecondsPart(), 's');
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long number, char unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }
}
