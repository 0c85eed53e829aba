package dev.tertulia.costs;

/** Thrown for an invalid rate card. The message names the line, the error, and the correct form. */
public final class BadRateCard extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRateCard(String sentence) {
        super(sentence);
    }
}
