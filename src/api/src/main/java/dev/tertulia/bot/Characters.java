package dev.tertulia.bot;

import java.util.ArrayList;
import java.util.List;

/**
 * Text length in Unicode code points: a character outside the Basic Multilingual Plane counts once, although Java uses
 * two {@code char} values for it. The unit that WhatsApp counts in is not documented.
 */
public final class Characters {

    private Characters() {}

    /** The number of code points. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text, cut to this length with an ellipsis if it is longer; the ellipsis counts. */
    public static String cut(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The text in non-blank pieces of at most this length, split at line ends or else at spaces. */
    static List<String> split(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String left = text;
        while (count(left) > most) {
            int end = end(left, left.offsetByCodePoints(0, most));
            pieces.add(left.substring(0, end).stripTrailing());
            left = left.substring(end);
        }
        pieces.add(left);
        pieces.removeIf(String::isBlank);
        return pieces;
    }

    /** The position to split at: at most this, and at least half of it. */
    private static int end(String text, int latest) {
        int line = text.lastIndexOf('\n', latest - 1);
        int space = text.lastIndexOf(' ', latest - 1);
        int best = line >= latest / 2 ? line : space;
        return best >= latest / 2 ? best + 1 : latest;
    }
}
