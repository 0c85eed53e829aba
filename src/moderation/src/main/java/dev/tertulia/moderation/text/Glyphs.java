package dev.tertulia.moderation.text;

import java.util.Map;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

import dev.tertulia.moderation.text.Glyph.Kind;

/** What each code point stands for. Each is worked out once. */
final class Glyphs {

    /** The signs that may stand for a letter, and that letter. */
    private static final Map<Integer, Integer> SIGNS = Map.of((int) '!', (int) 'i', (int) '¡', (int) 'i', (int) '|',
            (int) 'i', (int) '@', (int) 'a', (int) '$', (int) 's', (int) '€', (int) 'e', (int) '£', (int) 'l',
            (int) '¢', (int) 'c', (int) '¥', (int) 'y');

    private static final int TATWEEL = 0x640;
    private static final int BRAILLE_BLANK = 0x2800;
    /** Code points below it are kept: the planes that people write with. */
    private static final int KEPT = 0x20000;
    /** Filled without a lock: whoever works out the same glyph twice gets an equal one. */
    private static final Glyph[] GLYPHS = new Glyph[KEPT];

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private Glyphs() {}

    static Glyph of(int codePoint) {
        if (codePoint >= KEPT) {
            return glyph(codePoint);
        }
        Glyph known = GLYPHS[codePoint];
        if (known == null) {
            known = glyph(codePoint);
            GLYPHS[codePoint] = known;
        }
        return known;
    }

    private static Glyph glyph(int codePoint) {
        int alike = LookAlikes.listed(codePoint);
        if (alike != 0) {
            return new Glyph(Kind.LETTER, new int[]{alike}, alike, Script.LATIN, false, false, false);
        }
        if (isInvisible(codePoint)) {
            return Glyph.of(Kind.INVISIBLE, codePoint);
        }
        if (codePoint == BRAILLE_BLANK || UCharacter.isUWhiteSpace(codePoint)) {
            return Glyph.of(Kind.SPACE, codePoint);
        }
        if (isMark(codePoint)) {
            return Glyph.of(Kind.MARK, codePoint);
        }
        return visible(codePoint);
    }

    private static boolean isInvisible(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return codePoint == TATWEEL || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER)
                || type == UCharacterCategory.FORMAT || type == UCharacterCategory.SURROGATE
                || type == UCharacterCategory.CONTROL && !UCharacter.isUWhiteSpace(codePoint);
    }

    /** Marks of other scripts, as the vowels of Devanagari, are letters to us. */
    private static boolean isMark(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return (type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK)
                && (UScript.getScript(codePoint) == UScript.INHERITED || Script.hasMarks(codePoint));
    }

    private static Glyph visible(int codePoint) {
        if (UCharacter.isDigit(codePoint)) {
            return Glyph.of(Kind.DIGIT, '0' + UCharacter.digit(codePoint));
        }
        String plain = CASEFOLD.normalize(Character.toString(codePoint));
        int only = plain.codePointCount(0, plain.length()) == 1 ? plain.codePointAt(0) : 0;
        if (UCharacter.isDigit(only)) {
            return Glyph.of(Kind.DIGIT, '0' + UCharacter.digit(only));
        }
        Integer sign = SIGNS.get(only);
        if (sign != null) {
            return new Glyph(Kind.SIGN, new int[]{sign}, only, Script.NONE, false, false, false);
        }
        return letterOrPicture(codePoint, plain);
    }

    private static Glyph letterOrPicture(int codePoint, String plain) {
        int[] letters = plain.codePoints().filter(Glyphs::isLetter).toArray();
        boolean sign = UCharacter.getType(codePoint) == UCharacterCategory.OTHER_SYMBOL;
        if (letters.length == 1 || letters.length > 1 && !sign) {
            return LookAlikes.letter(codePoint, letters);
        }
        boolean picture = sign && letters.length == 0
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION);
        return Glyph.of(picture ? Kind.PICTURE : Kind.PUNCTUATION, codePoint);
    }

    private static boolean isLetter(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return UCharacter.isLetter(codePoint) || type == UCharacterCategory.COMBINING_SPACING_MARK
                || type == UCharacterCategory.NON_SPACING_MARK && !isMark(codePoint);
    }
}
