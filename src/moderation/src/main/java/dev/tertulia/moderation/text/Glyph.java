package dev.tertulia.moderation.text;

/**
 * What one code point stands for when text is folded.
 *
 * @param letters   the letters it is read as, lower-case and without accents: {@code a} for a Cyrillic {@code а}
 * @param base      its own letter, lower-case and without accents: the Cyrillic {@code а} itself
 * @param script    one bit of {@link Script}
 * @param accented  whether an accent was left out
 * @param ownLetter whether an alphabet counts it as a letter of its own, as {@code ñ}, rather than as one with an accent
 */
record Glyph(Kind kind, int[] letters, int base, int script, boolean upper, boolean accented, boolean ownLetter) {

    enum Kind {
        /** A letter of any script. */
        LETTER,
        /** A decimal digit, which may stand for a letter. */
        DIGIT,
        /** A sign that may stand for a letter, as {@code $}. */
        SIGN,
        /** A picture, which is a word of its own. */
        PICTURE,
        /** White space. */
        SPACE,
        /** Any other sign between letters. */
        PUNCTUATION,
        /** What combines with the letter before it. */
        MARK,
        /** What nobody sees. */
        INVISIBLE
    }

    static Glyph of(Kind kind, int codePoint) {
        return new Glyph(kind, new int[]{codePoint}, codePoint, Script.NONE, false, false, false);
    }
}
