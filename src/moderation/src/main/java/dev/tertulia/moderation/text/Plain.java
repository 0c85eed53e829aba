package dev.tertulia.moderation.text;

import java.util.Arrays;

import com.ibm.icu.text.Normalizer2;

import dev.tertulia.moderation.text.Glyph.Kind;

/**
 * A text without what nobody sees, and with the usual form of letters, digits and dots: what a link, a number or an address
 * is looked for in. Each of its characters knows its place in the original.
 */
final class Plain {

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
    private static final int LAST_ASCII = 0x7F;
    private static final String DOTS = "。｡．";

    private final StringBuilder text = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private Plain(int length) {
        starts = new int[length];
        ends = new int[length];
    }

    static Plain of(String text) {
        Plain plain = new Plain(text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (codePoint <= LAST_ASCII || Glyphs.of(codePoint).kind() != Kind.INVISIBLE) {
                plain.append(usual(codePoint), at, end);
            }
            at = end;
        }
        return plain;
    }

    private static String usual(int codePoint) {
        if (DOTS.indexOf(codePoint) >= 0) {
            return ".";
        }
        String one = Character.toString(codePoint);
        return codePoint <= LAST_ASCII ? one : COMPATIBLE.normalize(one);
    }

    private void append(String usual, int start, int end) {
        int from = text.length();
        text.append(usual);
        if (text.length() > starts.length) {
            starts = Arrays.copyOf(starts, text.length() * 2);
            ends = Arrays.copyOf(ends, text.length() * 2);
        }
        Arrays.fill(starts, from, text.length(), start);
        Arrays.fill(ends, from, text.length(), end);
    }

    String text() {
        return text.toString();
    }

    /** Where the character at this index begins in the original. */
    int start(int index) {
        return starts[index];
    }

    /** Where what ends before this index ends in the original. */
    int end(int index) {
        return ends[index - 1];
    }
}
