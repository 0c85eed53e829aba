package dev.tertulia.moderation.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * What a text is made of.
 *
 * @param length   in characters as people count them: a letter with its accents, a flag or a family is one
 * @param cased    the letters that are capital or small
 * @param capitals those that are capital
 * @param emoji    the pictures
 */
public record Letters(int length, int cased, int capitals, int emoji) {

    private static final int EMOJI_STYLE = 0xFE0F;

    /** Counts a text's letters. */
    public static Letters of(String text) {
        int cased = 0;
        int capitals = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            boolean capital = Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
            capitals += capital ? 1 : 0;
            cased += capital || Character.isLowerCase(codePoint) ? 1 : 0;
        }
        int length = 0;
        int emoji = 0;
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int start = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            length++;
            emoji += isEmoji(text, start, end) ? 1 : 0;
        }
        return new Letters(length, cased, capitals, emoji);
    }

    private static boolean isEmoji(String text, int start, int end) {
        int first = text.codePointAt(start);
        int second = start + Character.charCount(first);
        return first > 0x7F && UCharacter.hasBinaryProperty(first, UProperty.EMOJI_PRESENTATION)
                || second < end && text.charAt(second) == EMOJI_STYLE
                        && UCharacter.hasBinaryProperty(first, UProperty.EMOJI);
    }

    /** The share of capitals in all letters that could be one, from 0 to 1. */
    public double capitalShare() {
        return cased == 0 ? 0 : (double) capitals / cased;
    }
}
