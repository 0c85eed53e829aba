package dev.tertulia.server.console.overview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to look at.
 *
 * @param key       the key of the sentence that says what is wrong
 * @param arguments what the sentence names
 * @param advice    what to do, in English as WhatsApp's errors are; {@code null} if the sentence says it
 * @param link      the page that shows more; {@code null} if there is none
 */
public record Alarm(Level level, String key, List<Object> arguments, @Nullable String advice, @Nullable String link) {

    /** How bad it is. */
    public enum Level {
        /** Something does not work. */
        BAD,
        /** Something may soon not work. */
        WARNING
    }

    static Alarm bad(String key, Object... arguments) {
        return new Alarm(Level.BAD, key, List.of(arguments), null, null);
    }

    static Alarm warning(String key, Object... arguments) {
        return new Alarm(Level.WARNING, key, List.of(arguments), null, null);
    }

    Alarm advising(@Nullable String what) {
        return new Alarm(level, key, arguments, what, link);
    }

    Alarm leadingTo(String page) {
        return new Alarm(level, key, arguments, advice, page);
    }

    /** The arguments, for a text. */
    public Object[] filled() {
        return arguments.toArray();
    }
}
