package dev.tertulia.handler;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tertulia.message.Ids;
import dev.tertulia.message.Whitespace;

/** Finds {@code @name} and {@code @number} in a text, each as a whole: not within an address, a longer name or number. */
final class Mentions {

    private static final String AT = "@\uFF20\uFE6B";
    /** The isolates around a name that WhatsApp writes for a number: one of these, and the last at the end. */
    private static final String ISOLATES = "\u2066\u2067\u2068";
    private static final char END_OF_ISOLATE = '\u2069';
    private static final int AROUND = 16;
    /** Makes what is in front of a slash an address, such as {@code example.org/}. */
    private static final Pattern ADDRESS = Pattern.compile("[.:]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 \u00A0\u202F().\u2010-\u2013-]+");
    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private final String text;
    private final String number;
    private final List<String> keys;
    private final int longest;

    private Mentions(String text, String number, List<String> keys) {
        this.text = text;
        this.number = number;
        this.keys = keys;
        this.longest = keys.stream().map(String::length).max(Comparator.naturalOrder()).orElse(0);
    }

    /** The keys of names for {@link #any}, without blank ones. */
    static List<String> keys(List<String> names) {
        return names.stream().map(WordTokenizer::key)
                .map(name -> name.startsWith("@") ? name.substring(1).strip() : name)
                .filter(name -> !name.isEmpty()).distinct().toList();
    }

    /**
     * Whether a text mentions somebody.
     *
     * @param number digits only; empty if it is not known
     */
    static boolean any(String text, String number, List<String> keys) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().filter(character -> !Whitespace.isInvisible(character) || isIsolate(character))
                .forEach(visible::appendCodePoint);
        Mentions mentions = new Mentions(Normalizer.normalize(visible, Form.NFC), number, keys);
        for (int at = 0; at < mentions.text.length(); at++) {
            if (AT.indexOf(mentions.text.charAt(at)) >= 0 && mentions.mayBegin(at) && mentions.namedAt(at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIsolate(int character) {
        return ISOLATES.indexOf(character) >= 0 || character == END_OF_ISOLATE;
    }

    /** Whether a mention may begin here: not after a word, as in an e-mail address, nor in a web address. */
    private boolean mayBegin(int at) {
        int end = at;
        while (end > 0 && isIsolate(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return true;
        }
        int before = text.codePointBefore(end);
        if (before == '/') {
            int start = end;
            while (start > 0 && !Whitespace.isSpace(text.charAt(start - 1))) {
                start--;
            }
            return !ADDRESS.matcher(text).region(start, end).find();
        }
        return !WordTokenizer.isWord(before) || WITHOUT_SPACES.contains(UnicodeScript.of(before));
    }

    private boolean namedAt(int start) {
        if (start == text.length()) {
            return false;
        }
        int end = text.indexOf(END_OF_ISOLATE, start);
        if (ISOLATES.indexOf(text.charAt(start)) >= 0 && end > 0) {
            String name = text.substring(start + 1, end);
            return keys.contains(WordTokenizer.key(name)) || isNumber(name);
        }
        int most = Math.min(text.length(), start + 2 * longest + number.length() + AROUND);
        String behind = text.substring(start, most);
        return !Whitespace.isSpace(behind.codePointAt(0)) && (namedIn(WordTokenizer.key(behind)) || numberIn(behind));
    }

    private boolean namedIn(String behind) {
        return keys.stream().anyMatch(key -> behind.startsWith(key) && mayEnd(behind.substring(key.length())));
    }

    private boolean numberIn(String behind) {
        String digits = WordTokenizer.digits(behind.startsWith("+") ? behind.substring(1) : behind);
        if (number.isEmpty() || !digits.startsWith(number)) {
            return false;
        }
        String rest = digits.substring(number.length());
        return AT.indexOf(rest.isEmpty() ? ' ' : rest.charAt(0)) >= 0 || mayEnd(rest);
    }

    /** A number as people write it, with its plus, spaces, hyphens and brackets. */
    private boolean isNumber(String name) {
        String digits = WordTokenizer.digits(name);
        return !number.isEmpty() && PHONE.matcher(digits).matches()
                && Ids.digits(digits).equals(number);
    }

    /**
     * Whether a mention may end here: not within a longer name such as {@code acme-support}, {@code acme.com} or {@code
     * acme@example.com}.
     */
    private static boolean mayEnd(String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        int next = rest.codePointAt(0);
        boolean joins = next == '.' || next == '-' || next == '\u2010' || next == '\u2011';
        return !WordTokenizer.isWord(next) && AT.indexOf(next) < 0
                && !(joins && rest.length() > 1 && WordTokenizer.isWord(rest.codePointAt(1)));
    }
}
