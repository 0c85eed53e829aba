package dev.tertulia.handler;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;

import com.google.re2j.Pattern;

/**
 * Compiles patterns so that their character classes include all scripts. RE2 knows only the white space, digits and
 * word characters of ASCII.
 */
final class Patterns {

    private static final String WORD = "\\pL\\pM\\pN_";
    private static final String SPACE = "\\s\\x0B\\x{85}\\pZ";
    private static final Map<Character, String> OUTSIDE = Map.of('w', "[" + WORD + "]", 'W', "[^" + WORD + "]", 'd',
            "\\p{Nd}", 'D', "\\P{Nd}", 's', "[" + SPACE + "]", 'S', "[^" + SPACE + "]");
    /** The classes within brackets, without W and S, because a class cannot contain a negated one. */
    private static final Map<Character, String> IN_CLASS = Map.of('w', WORD, 'd', "\\p{Nd}", 'D', "\\P{Nd}", 's',
            SPACE);
    private static final java.util.regex.Pattern LETTER_AT_BOUNDARY = java.util.regex.Pattern
            .compile("\\\\b[\\P{ASCII}&&\\p{L}]|[\\P{ASCII}&&[\\p{L}\\p{M}]]\\\\b");

    private final String pattern;
    private final StringBuilder compiled = new StringBuilder();
    private int at;

    private Patterns(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @throws com.google.re2j.PatternSyntaxException if it is none
     * @throws IllegalArgumentException               if it asks for the boundary of a word where RE2 sees none
     */
    static Pattern compile(String pattern) {
        Pattern.compile(pattern);
        String composed = Normalizer.normalize(pattern, Form.NFC);
        if (LETTER_AT_BOUNDARY.matcher(composed).find()) {
            throw new IllegalArgumentException(
                    "the pattern has \\b beside a letter that is not ASCII, where RE2 sees no"
                            + " boundary of a word; write (?:^|[^\\pL]) before the letter and (?:[^\\pL]|$) behind it");
        }
        return Pattern.compile(new Patterns(composed).translated());
    }

    private String translated() {
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            if (next == '\\') {
                escape(OUTSIDE);
            } else if (next == '[') {
                characterClass();
            } else {
                at++;
                if (next != '\uFE0E' && next != '\uFE0F') {
                    compiled.append(next);
                }
            }
        }
        return compiled.toString();
    }

    private void escape(Map<Character, String> translations) {
        if (pattern.startsWith("\\Q", at)) {
            int end = pattern.indexOf("\\E", at);
            copyTo(end < 0 ? pattern.length() : end + 2);
            return;
        }
        String translation = translations.get(pattern.charAt(at + 1));
        if (translation == null) {
            copyTo(at + 2);
        } else {
            compiled.append(translation);
            at += 2;
        }
    }

    private void characterClass() {
        copyTo(at + (pattern.startsWith("[^", at) ? 2 : 1));
        boolean first = true;
        while (first || pattern.charAt(at) != ']') {
            first = false;
            if (pattern.charAt(at) == '\\') {
                escape(IN_CLASS);
            } else if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                copyTo(pattern.indexOf(":]", at) + 2);
            } else {
                copyTo(at + 1);
            }
        }
        copyTo(at + 1);
    }

    private void copyTo(int end) {
        compiled.append(pattern, at, end);
        at = end;
    }
}
