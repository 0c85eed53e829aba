package dev.tertulia.moderation.text;

import dev.tertulia.moderation.text.Glyph.Kind;

/** The places where a word of a text may begin and end. */
final class Edges {

    /** Words of one letter in some language, which may stand before or after a word that is written in pieces. */
    private static final String WORDS_OF_ONE_LETTER = "aeiouy";
    private static final int SHORTEST_BESIDE_ONE_LETTER = 4;

    private final FoldedText text;
    private final Disguise disguise;

    /**
     * @param disguise what differs between the word and its spelling
     */
    Edges(FoldedText text, Disguise disguise) {
        this.text = text;
        this.disguise = disguise;
    }

    /** Whether a word may begin and end at these indexes of the folded text, both inclusive. */
    boolean areAt(int first, int last) {
        Run start = text.run(first);
        Run end = text.run(last);
        return isEdge(start.word(), start.from() - 1, -1, start.item(0))
                && isEdge(end.word(), end.to(), 1, end.item(end.length() - 1));
    }

    private boolean isEdge(Word word, int outside, int step, Item inside) {
        int size = word.items().size();
        if (outside < 0 || outside >= size) {
            return true;
        }
        Item item = word.items().get(outside);
        if (item.kind() == Kind.SIGN || item.script() == Script.UNSPACED || inside.script() == Script.UNSPACED) {
            return true;
        }
        boolean outermost = outside == 0 || outside == size - 1;
        return word.inPieces() && outermost && disguise.length() >= SHORTEST_BESIDE_ONE_LETTER
                && WORDS_OF_ONE_LETTER.indexOf(item.letter()) >= 0
                || disguise.hasFewDigits() && areDigitsOnly(word, outside, step);
    }

    /** Digits before or after a word are none of its letters. */
    private static boolean areDigitsOnly(Word word, int from, int step) {
        for (int i = from; i >= 0 && i < word.items().size(); i += step) {
            if (word.items().get(i).kind() != Kind.DIGIT) {
                return false;
            }
        }
        return true;
    }
}
