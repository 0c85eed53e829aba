package dev.tertulia.moderation.text;

import java.util.Map;
import java.util.TreeMap;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

import dev.tertulia.moderation.text.Glyph.Kind;

/**
 * The Latin letter that a letter of any script looks like: by Unicode's confusables, in its small or capital form, and by
 * the file {@code look-alikes.txt} for what these leave out.
 */
final class LookAlikes {

    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE)
            .build();
    private static final Map<Integer, Integer> LISTED = read();

    private static final int TILDE = 0x303;
    private static final int DIAERESIS = 0x308;
    private static final int ACUTE = 0x301;
    /** Breve, dot, ring, double acute, caron, horn, comma and cedilla below, ogonek. */
    private static final String MAKE_OWN_LETTERS = "\u0306\u0307\u030A\u030B\u030C\u031B\u0326\u0327\u0328";
    private static final String WITHOUT_DECOMPOSITION = "ıøłđħ";

    private LookAlikes() {}

    private static Map<Integer, Integer> read() {
        Map<Integer, Integer> listed = new TreeMap<>();
        for (String line : Lines.of("look-alikes.txt")) {
            int letter = line.charAt(0);
            line.substring(1).codePoints().filter(c -> c != ' ').forEach(c -> listed.put(c, letter));
        }
        return Map.copyOf(listed);
    }

    /** The letter that the file gives for a code point, or 0. */
    static int listed(int codePoint) {
        return codePoint < 0x80 ? 0 : LISTED.getOrDefault(codePoint, 0);
    }

    /** The glyph of a code point whose compatibility decomposition is these letters. */
    static Glyph letter(int codePoint, int[] letters) {
        boolean upper = UCharacter.isUUppercase(codePoint);
        int script = Script.of(letters[0]);
        if (script != Script.LATIN && script != Script.CYRILLIC && script != Script.GREEK && script != Script.OTHER) {
            return new Glyph(Kind.LETTER, decompose(letters, script), decompose(letters, script)[0], script, upper,
                    false,
                    false);
        }
        int[] plain = decompose(letters, script);
        int[] alike = alike(plain, script);
        boolean accented = hasMark(letters) || script == Script.LATIN && alike[0] != plain[0];
        return new Glyph(Kind.LETTER, alike, script == Script.LATIN ? alike[0] : plain[0], script, upper, accented,
                isOwnLetter(letters));
    }

    /** Without marks; letters of scripts that decompose into other letters stay as they are. */
    private static int[] decompose(int[] letters, int script) {
        if (script == Script.OTHER || script == Script.UNSPACED) {
            return letters;
        }
        return decomposed(letters).codePoints()
                .filter(c -> UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK)
                .toArray();
    }

    private static String decomposed(int[] letters) {
        return DECOMPOSED.normalize(new String(letters, 0, letters.length));
    }

    private static boolean hasMark(int[] letters) {
        return decomposed(letters).codePoints()
                .anyMatch(c -> UCharacter.getType(c) == UCharacterCategory.NON_SPACING_MARK);
    }

    private static int[] alike(int[] plain, int script) {
        if (plain.length != 1 || plain[0] < 0x80) {
            return plain;
        }
        String letter = Character.toString(plain[0]);
        int[] small = latin(CONFUSABLES.getSkeleton(letter), script);
        int[] found = small.length > 0 ? small : latin(CONFUSABLES.getSkeleton(UCharacter.toUpperCase(letter)), script);
        return found.length > 0 ? found : plain;
    }

    /** The plain Latin letters of a skeleton; none if it contains anything else. */
    private static int[] latin(String skeleton, int script) {
        int[] letters = DECOMPOSED.normalize("rn".equals(skeleton) ? "m" : skeleton).toLowerCase(java.util.Locale.ROOT)
                .codePoints().filter(c -> UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK).toArray();
        boolean plain = letters.length == 1 || script == Script.LATIN;
        for (int letter : letters) {
            plain &= letter >= 'a' && letter <= 'z';
        }
        return plain ? letters : new int[0];
    }

    private static boolean isOwnLetter(int[] letters) {
        String decomposed = decomposed(letters);
        return decomposed.length() == 2 && isOwnLetter(decomposed.charAt(0), decomposed.charAt(1))
                || WITHOUT_DECOMPOSITION.indexOf(letters[0]) >= 0;
    }

    /**
     * Whether a letter with a mark is another letter of an alphabet, as {@code ñ}, which people do not write without its
     * mark, and not one with an accent, which they often leave out.
     */
    static boolean isOwnLetter(int letter, int mark) {
        boolean vowel = "aeiouy".indexOf(letter) >= 0;
        return MAKE_OWN_LETTERS.indexOf(mark) >= 0 || mark == TILDE && letter == 'n' || mark == ACUTE && !vowel
                || mark == DIAERESIS && "aou".indexOf(letter) >= 0;
    }
}
