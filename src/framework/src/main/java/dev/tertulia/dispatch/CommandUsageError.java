package dev.tertulia.dispatch;

import dev.tertulia.phrases.Phrase;

/** Thrown for words that do not fit a parameter; what to write instead is for the person who wrote them. */
final class CommandUsageError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Phrase phrase;
    private final transient Phrase expected;

    /** A mistake in a command. */
    CommandUsageError(Phrase phrase) {
        this(phrase, phrase);
    }

    /**
     * A word that cannot be converted.
     *
     * @param phrase   the whole sentence
     * @param expected how to write the word
     */
    CommandUsageError(Phrase phrase, Phrase expected) {
        super(phrase.key(), null, false, false);
        this.phrase = phrase;
        this.expected = expected;
    }

    Phrase phrase() {
        return phrase;
    }

    Phrase expected() {
        return expected;
    }
}
