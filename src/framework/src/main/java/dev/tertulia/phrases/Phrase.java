package dev.tertulia.phrases;

import java.util.Arrays;
import java.util.List;

import dev.tertulia.bot.Phrases;

/**
 * A phrase before its language is known.
 *
 * @param arguments text, numbers, or phrases of their own
 */
public record Phrase(String key, List<Object> arguments) {

    /** A phrase with its arguments. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.copyOf(Arrays.asList(arguments)));
    }

    /** The words of the phrase. */
    public String in(Phrases phrases) {
        return phrases.get(key, arguments.stream()
                .map(argument -> argument instanceof Phrase phrase ? phrase.in(phrases) : argument).toArray());
    }
}
