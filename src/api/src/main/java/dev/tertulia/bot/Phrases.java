package dev.tertulia.bot;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The phrases of a bot in the language of the chat: a handler may take one. They are read from bundles next to the bot's
 * class: {@code phrases.properties} for all languages, {@code phrases_pt.properties} for Portuguese. A key that they do not
 * have is looked up among the framework's own, which English and Portuguese are shipped of; see
 * {@code docs/writing-bots.md}.
 */
public interface Phrases {

    /** The language. */
    Locale language();

    /**
     * A phrase, with its arguments as {@link java.text.MessageFormat} puts them in.
     *
     * @throws IllegalArgumentException if no bundle has the key
     */
    String get(String key, @Nullable Object... arguments);
}
