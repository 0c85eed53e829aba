package dev.tertulia.moderation.text;

import java.util.Arrays;
import java.util.List;

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
    /** What people write for a dot so that a link is not seen. */
    private static final List<String> WRITTEN_DOTS = List.of("[.]", "(.)", "{.}", "[dot]", "(dot)", "[punto]",
            "(punto)",
            "[ponto]", "(ponto)");

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
            int dot = writtenDot(text, at);
            int end = at + (dot > 0 ? dot : Character.charCount(codePoint));
            if (dot > 0) {
                plain.append(".", at, end);
            } else if (codePoint <= LAST_ASCII || Glyphs.of(codePoint).kind() != Kind.INVISIBLE) {
                plain.append(usual(codePoint), at, end);
            }
            at = end;
        }
        return plain;
    }

    /** The length of what is written for a dot here; 0 if there is none. */
    private static int writtenDot(String text, int at) {
        if ("[({".indexOf(text.charAt(at)) < 0) {
            return 0;
        }
        return WRITTEN_DOTS.stream().filter(dot -> text.regionMatches(true, at, dot, 0, dot.length()))
                .mapToInt(String::length).findFirst().orElse(0);
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
