package dev.tertulia.journal;

import org.jspecify.annotations.Nullable;

/**
 * Escapes characters that a terminal interprets or hides, such as <code>\</code>{@code u001b}. Text that may come from
 * people is escaped before it is printed or logged, so that it cannot move the cursor, change the direction or begin a
 * line. The original characters remain visible as escapes.
 */
public final class ControlCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private ControlCharacters() {}

    /** Escapes a text for one line, including line breaks and tabs. */
    public static String escape(@Nullable Object text) {
        return escape(String.valueOf(text), "");
    }

    /** Escapes a text of several lines; line feeds and tabs are kept. */
    public static String escapeLines(@Nullable Object text) {
        return escape(String.valueOf(text), "\n\t");
    }

    private static String escape(String text, String kept) {
        if (isPrintableAscii(text)
                || text.codePoints().noneMatch(character -> isObeyed(character) && kept.indexOf(character) < 0)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (!isObeyed(character) || kept.indexOf(character) >= 0) {
                escaped.appendCodePoint(character);
            } else {
                Character.toString(character).chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
            }
        });
        return escaped.toString();
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * Controls, marks of direction, line separators and all else without a look of its own; but for the two joiners that
     * letters of some scripts and emoji need, and the signs of Arabic and Syriac that Unicode calls format characters.
     */
    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER
                    && (character < 0x600 || character > 0x8FF || character == 0x61C);
            default -> false;
        };
    }
}
