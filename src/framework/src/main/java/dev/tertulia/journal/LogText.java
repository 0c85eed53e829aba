package dev.tertulia.journal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Ids;

/**
 * Cleans text for the log: control characters are escaped, the length is bounded, and phone numbers are reduced to
 * their last digits. Message ids contain the phone number of the writer in Base64, so only their end is shown. Ids of
 * groups and of the business's own numbers are kept.
 */
public final class LogText {

    /** Longer than any message of the framework. */
    private static final int LONGEST = 2_000;
    private static final int LONGEST_ID = 200;
    private static final int SHOWN_DIGITS = 4;
    private static final int SHOWN_OF_ID = 8;

    private static final String MESSAGE = "wamid\\.(?<message>[A-Za-z0-9+/=_-]{12,})";
    /** Ids of letters, sends and operations: some are made of digits alone. */
    private static final String SEND = "(?<![A-Za-z0-9])[0-9a-f]{6,}\\.[0-9a-f]{16}(?![A-Za-z0-9])";
    private static final String LETTER = "(?:event|send|held|unknown|parked|raw):[0-9]+-[0-9]+";
    private static final String UUID = "(?<![A-Za-z0-9])\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
            + "(?![A-Za-z0-9])";
    /** A conversation with one person is named by their number, or by an id of theirs. */
    private static final String PERSON = "person:(?<person>[0-9]{5,})";
    private static final int FEWEST_DIGITS = 8;
    private static final String PLAIN = "(?<![0-9]|[0-9]\\.)(?<plain>[0-9]{" + FEWEST_DIGITS + ",14})(?![0-9])";
    private static final String WRITTEN = "(?<written>\\+[0-9(][0-9 ().\u00a0-]{5,18}[0-9])(?![0-9])";
    private static final Pattern NUMBERS = Pattern
            .compile(String.join("|", LETTER, SEND, UUID, MESSAGE, PERSON, WRITTEN, PLAIN));

    private LogText() {}

    /** A text on one line. */
    public static String of(@Nullable Object text) {
        return cut(ControlCharacters.escape(shorten(cut(String.valueOf(text), LONGEST))), LONGEST);
    }

    /** An id on one line. */
    public static String ofId(@Nullable Object id) {
        return cut(ControlCharacters.escape(shorten(cut(String.valueOf(id), LONGEST_ID))), LONGEST_ID);
    }

    /** A text that may have several lines, such as one with a stack trace; it is as long as it is. */
    public static String ofLines(@Nullable Object text) {
        return ControlCharacters.escapeLines(shorten(String.valueOf(text)));
    }

    /** The same text with the ends alone of phone numbers and message ids. */
    public static String shorten(String text) {
        return mayName(text)
                ? NUMBERS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shortened(found)))
                : text;
    }

    /** Whether there may be something to shorten; much faster than the patterns, and most texts have nothing. */
    private static boolean mayName(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            char character = text.charAt(i);
            if (character == '+') {
                return true;
            }
            digits = character >= '0' && character <= '9' ? digits + 1 : 0;
        }
        return digits == FEWEST_DIGITS || text.contains("wamid.") || text.contains("person:");
    }

    private static String shortened(MatchResult found) {
        if (found.group("message") != null) {
            return "wamid.…" + end(found.group("message"), SHOWN_OF_ID);
        }
        if (found.group("person") != null) {
            return "person:…" + end(found.group("person"), SHOWN_DIGITS);
        }
        if (found.group("plain") != null) {
            return "…" + end(found.group("plain"), SHOWN_DIGITS);
        }
        return found.group("written") != null ? "…" + lastDigits(found.group("written")) : found.group();
    }

    private static String lastDigits(String written) {
        return end(Ids.digits(written), SHOWN_DIGITS);
    }

    private static String end(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
