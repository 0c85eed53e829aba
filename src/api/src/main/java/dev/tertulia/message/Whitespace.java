package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/** White space and invisible characters, as Unicode has them and not only ASCII. */
public final class Whitespace {

    private static final int MOST_IN_A_ROW = 4;
    private static final String VISIBLE_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
            + "\ud804\udcbd\ud804\udccd";
    private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";
    private static final int NEXT_LINE = 0x85;

    private Whitespace() {}

    /** Whether a text has nothing visible: it is missing, empty, or all white space and invisible characters. */
    public static boolean isBlank(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(Whitespace::isVisible);
    }

    /**
     * A text on one line, as WhatsApp takes it in a template's parameter: without line breaks, tabs or more than four
     * spaces in a row, each of which becomes a single space. Other control characters and white space at both ends are
     * left out; nothing visible is.
     */
    public static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        StringBuilder spaces = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isSpace(point)) {
                spaces.appendCodePoint(point);
            } else if (!Character.isISOControl(point)) {
                line.append(line.isEmpty() ? "" : flattened(spaces)).appendCodePoint(point);
                spaces.setLength(0);
            }
        });
        return line.toString();
    }

    private static String flattened(StringBuilder spaces) {
        boolean taken = spaces.length() <= MOST_IN_A_ROW && spaces.chars().allMatch(Character::isSpaceChar)
                && spaces.chars().noneMatch(Whitespace::breaksLine);
        return taken ? spaces.toString() : " ";
    }

    /** Whether a character is white space of any script, line breaks included. */
    public static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
    }

    private static boolean breaksLine(int point) {
        int type = Character.getType(point);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /**
     * Whether a character is neither white space nor has a look of its own: control characters, marks of direction,
     * joiners, zero-width spaces, variation selectors, letters that are blank.
     */
    public static boolean isInvisible(int point) {
        return !isVisible(point) && !isSpace(point);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> VISIBLE_FORMAT.indexOf(point) >= 0;
            default -> BLANK_LETTERS.indexOf(point) < 0 && !isSelector(point);
        };
    }

    /** Characters that only change how their neighbour looks, and those that Unicode keeps for such. */
    private static boolean isSelector(int point) {
        return point >= 0xfe00 && point <= 0xfe0f || point >= 0x180b && point <= 0x180f
                || point >= 0xe0000 && point <= 0xe0fff || point >= 0xfff0 && point <= 0xfff8 || point == 0x2065;
    }
}
