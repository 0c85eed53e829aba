package dev.tertulia.handler;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import dev.tertulia.message.Whitespace;

/**
 * How typed words are separated and compared: white space of any script separates them, characters that
 * cannot be seen do not count, composed and decomposed letters are the same, and so are upper and lower case.
 */
final class WordTokenizer {

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private WordTokenizer() {}

    /** Whether an invisible character matters to what a word looks like, as joiners and variation selectors do. */
    private static boolean shapes(int character) {
        return character == 0x200C || character == 0x200D || within(character, 0xFE00, 0xFE0F)
                || within(character, 0xE0020, 0xE01EF);
    }

    private static boolean within(int character, int first, int last) {
        return character >= first && character <= last;
    }

    /** Whether a character is part of a word: a letter, digit or mark of any script, or an underscore. */
    static boolean isWord(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** The words of a text as they were typed; what cannot be seen is none. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Cut cut = cut(text);
        while (!cut.word().isEmpty()) {
            words.add(cut.word());
            cut = cut(cut.rest());
        }
        return words;
    }

    /**
     * A text cut behind its first word.
     *
     * @param word as it was typed; empty where there is none
     * @param rest what follows the space behind it, as it was typed
     */
    record Cut(String word, String rest) {}

    /** Cuts a text behind its first word. */
    static Cut cut(String text) {
        String left = stripSpace(text);
        while (!left.isEmpty()) {
            int end = end(left, 0, character -> !Whitespace.isSpace(character));
            String word = left.substring(0, end);
            left = stripSpace(left.substring(end));
            if (!Whitespace.isBlank(word)) {
                return new Cut(word, left);
            }
        }
        return new Cut("", "");
    }

    /** A text without white space around it. */
    static String stripSpace(String text) {
        return strip(text, Whitespace::isSpace);
    }

    /** A word in composed letters, without what cannot be seen around it, such as marks of direction. */
    static String word(String typed) {
        return strip(Normalizer.normalize(typed, Form.NFC),
                character -> Whitespace.isSpace(character) || Whitespace.isInvisible(character) && !shapes(character));
    }

    /** A text in composed letters, without what cannot be seen. */
    static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints().filter(character -> !Whitespace.isInvisible(character)).forEach(seen::appendCodePoint);
        return Normalizer.normalize(seen, Form.NFC);
    }

    /** A text in composed letters, without what cannot be seen, with one plain space wherever there is white space. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        seen(text).codePoints()
                .forEach(character -> visible.appendCodePoint(Whitespace.isSpace(character) ? ' ' : character));
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }

    /** A form that is equal for texts that differ only in case or in invisible characters. */
    static String key(String text) {
        String folded = visible(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace("i\u0307", "i")
                .replace('ς', 'σ');
        return Normalizer.normalize(folded, Form.NFC);
    }

    /** A text in which digits of any script are those from 0 to 9. */
    static String digits(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(character -> {
            int digit = Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER
                    ? Character.digit(character, 10)
                    : -1;
            plain.appendCodePoint(digit < 0 ? character : '0' + digit);
        });
        return plain.toString();
    }

    private static String strip(String text, IntPredicate stripped) {
        int start = end(text, 0, stripped);
        int end = text.length();
        while (end > start && stripped.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** The end of the characters that match. */
    private static int end(String text, int start, IntPredicate fits) {
        int end = start;
        while (end < text.length() && fits.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }
}
