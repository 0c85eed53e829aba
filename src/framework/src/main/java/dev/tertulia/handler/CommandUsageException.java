package dev.tertulia.handler;

import dev.tertulia.phrases.Phrase;

/** Thrown for words that do not fit a parameter; what to write instead is for the person who wrote them. */
public final class CommandUsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Phrase phrase;
    private final transient Phrase expected;

    /** A mistake in a command. */
    CommandUsageException(Phrase phrase) {
        this(phrase, phrase);
    }

    /**
     * A word that cannot be converted.
     *
     * @param phrase   the whole sentence
     * @param expected how to write the word
     */
    CommandUsageException(Phrase phrase, Phrase expected) {
        super(phrase.key(), null, false, false);
        this.phrase = phrase;
        this.expected = expected;
    }

    /** How to write the command, for people. */
    public Phrase phrase() {
        return phrase;
    }

    /** How to write the word, for people. */
    public Phrase expected() {
        return expected;
    }
}
