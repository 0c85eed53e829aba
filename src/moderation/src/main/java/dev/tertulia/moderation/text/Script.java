package dev.tertulia.moderation.text;

import com.ibm.icu.lang.UScript;

/** The families of scripts that folding tells apart, as bits of a set. */
final class Script {

    static final int NONE = 0;
    static final int LATIN = 1;
    static final int CYRILLIC = 2;
    static final int GREEK = 4;
    /** Scripts that write no spaces between words. */
    static final int UNSPACED = 8;
    /** Scripts whose letters are never taken for Latin ones. */
    static final int SEMITIC = 16;
    static final int OTHER = 32;

    /** Latin letters that look like no Cyrillic or Greek one: a text with one of them is really Latin. */
    private static final String LATIN_ONLY = "dfgjlqrsvwz";

    private Script() {}

    static int of(int letter) {
        return switch (UScript.getScript(letter)) {
            case UScript.LATIN -> LATIN;
            case UScript.CYRILLIC -> CYRILLIC;
            case UScript.GREEK -> GREEK;
            case UScript.ARABIC, UScript.HEBREW, UScript.SYRIAC, UScript.THAANA -> SEMITIC;
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.THAI, UScript.LAO, UScript.KHMER,
                    UScript.MYANMAR, UScript.TIBETAN ->
                UNSPACED;
            default -> OTHER;
        };
    }

    /** Whether the marks of a script only add to its letters, as accents do. */
    static boolean hasMarks(int codePoint) {
        return (of(codePoint) & (LATIN | CYRILLIC | GREEK | SEMITIC)) != 0;
    }

    /** Whether a letter gives its script away, because no other script has one that looks like it. */
    static boolean isGenuine(Glyph glyph) {
        return glyph.script() == LATIN
                ? LATIN_ONLY.indexOf(glyph.base()) >= 0
                : glyph.letters()[0] == glyph.base();
    }
}
