package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;

import dev.tertulia.moderation.text.Glyph.Kind;

/** Items with nothing between them, and what was before them. */
final class Piece {

    private static final int WIDEST_GAP = 3;
    private static final int SHORT = 2;

    private final List<Item> items = new ArrayList<>();
    private final int gap;
    private final boolean spaced;
    private boolean single = true;
    private boolean signs = true;

    /**
     * @param gap    how many code points are between it and the piece before it
     * @param spaced whether one of them is white space
     */
    Piece(int gap, boolean spaced) {
        this.gap = gap;
        this.spaced = spaced;
    }

    void add(Item item) {
        single &= items.isEmpty() || item.shape() == items.getFirst().shape();
        signs &= item.kind() == Kind.SIGN;
        items.add(item);
    }

    /** Adds a mark to the last item. */
    void combine(int mark, int end) {
        items.getLast().combine(mark, end);
    }

    List<Item> items() {
        return items;
    }

    int gap() {
        return gap;
    }

    boolean isPicture() {
        return items.getFirst().kind() == Kind.PICTURE;
    }

    boolean isUnspaced() {
        return items.getLast().script() == Script.UNSPACED;
    }

    /** Signs without letters or digits. */
    boolean isSigns() {
        return signs;
    }

    /** A single letter, however often it is repeated. */
    private boolean isSingle() {
        return single && !isUnspaced();
    }

    /** Whether it goes on with a word that was written in pieces: single letters, or two at most around punctuation. */
    boolean continues(Piece before, int widest) {
        if (gap > widest || gap > WIDEST_GAP || isUnspaced()) {
            return false;
        }
        return isSingle() && before.isSingle() || !spaced && gap < WIDEST_GAP && isShort() && before.isShort();
    }

    private boolean isShort() {
        return items.size() <= SHORT && !isUnspaced();
    }
}
