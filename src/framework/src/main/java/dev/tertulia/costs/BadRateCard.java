package dev.tertulia.costs;

/** Says what is wrong with a rate card, in which line, and what to write. */
public final class BadRateCard extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRateCard(String sentence) {
        super(sentence);
    }
}
