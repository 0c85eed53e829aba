package dev.tertulia.moderation.text;

import dev.tertulia.moderation.text.Glyph.Kind;

/** A letter, digit, sign or picture of a text, with its place there. A ligature is several at the same place. */
final class Item {

    private static final String DIGITS_AS_LETTERS = "oizeasgtbg";

    private final Glyph glyph;
    private final int start;
    private int end;
    private int letter;
    private boolean accented;
    private boolean ownLetter;

    Item(Glyph glyph, int letter, int start, int end) {
        this.glyph = glyph;
        this.letter = letter;
        this.start = start;
        this.end = end;
        this.accented = glyph.accented();
        this.ownLetter = glyph.ownLetter();
    }

    Kind kind() {
        return glyph.kind();
    }

    /** What it is written with, lower-case and without its accent. */
    int base() {
        return glyph.letters().length == 1 ? glyph.base() : letter;
    }

    /** The letter it is read as. */
    int letter() {
        return letter;
    }

    /** The same for letters that are told apart only by whoever looks closely: {@code i} and {@code l}. */
    int shape() {
        return letter == 'l' ? 'i' : letter;
    }

    int script() {
        return glyph.script();
    }

    boolean isUpper() {
        return glyph.upper();
    }

    boolean isGenuine() {
        return glyph.kind() == Kind.LETTER && Script.isGenuine(glyph);
    }

    boolean isAccented() {
        return accented;
    }

    boolean isOwnLetter() {
        return ownLetter;
    }

    boolean isLetter() {
        return glyph.kind() == Kind.LETTER;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Takes a mark that combines with it. */
    void combine(int mark, int markEnd) {
        end = markEnd;
        accented = true;
        ownLetter |= LookAlikes.isOwnLetter(glyph.base(), mark);
    }

    /** Within a word a digit stands for a letter. */
    void readDigitAsLetter() {
        letter = DIGITS_AS_LETTERS.charAt(glyph.base() - '0');
    }
}
