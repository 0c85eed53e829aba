package dev.tertulia.moderation.cases;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * The short number of a case, such as {@code 4F2}: the place of its first entry in the trail, in base 32 without letters
 * that look like others.
 */
public final class CaseNumber {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = DIGITS.length();
    private static final int LONGEST = 10;
    /** The first case has three digits. */
    private static final long OFFSET = (long) BASE * BASE - 1;

    private CaseNumber() {}

    /** The number of the case whose first entry has this place. */
    public static String of(long entry) {
        StringBuilder digits = new StringBuilder();
        for (long rest = entry + OFFSET; rest > 0; rest /= BASE) {
            digits.append(DIGITS.charAt((int) (rest % BASE)));
        }
        return digits.reverse().toString();
    }

    /** The place of the first entry of a case, from a number as people type it; empty if it is no number. */
    static OptionalLong entry(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replace("#", "").replace("-", "").replace('O', '0')
                .replace('I', '1').replace('L', '1');
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < plain.length(); i++) {
            int digit = DIGITS.indexOf(plain.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            value = value * BASE + digit;
        }
        return value > OFFSET ? OptionalLong.of(value - OFFSET) : OptionalLong.empty();
    }
}
