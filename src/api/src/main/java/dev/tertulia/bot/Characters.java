package dev.tertulia.bot;

import java.util.ArrayList;
import java.util.List;

/**
 * Lengths as people count them: a sign outside of the first 65,536 is one character, although Java keeps two for it.
 * Which unit WhatsApp counts in is not documented.
 */
public final class Characters {

    private Characters() {}

    /** How many there are. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text if it is no longer than this, else its beginning with an ellipsis, which counts too. */
    public static String cut(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The text in pieces that are no longer than this, each with something to see: cut at a line's end, else at a space. */
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

    /** Where to cut at the latest here, but no earlier than at half of it. */
    private static int end(String text, int latest) {
        int line = text.lastIndexOf('\n', latest - 1);
        int space = text.lastIndexOf(' ', latest - 1);
        int best = line >= latest / 2 ? line : space;
        return best >= latest / 2 ? best + 1 : latest;
    }
}
