package dev.tertulia.handler;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them: a sign, digits, and a point or a comma before decimals. There are no separators of
 * thousands, and what could be read with one or as decimals, such as {@code 1,500}, is refused.
 */
final class NumberParser {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,100}(?:[.,][0-9]{1,100})?");
    private static final Pattern TWO_WAYS = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");

    private NumberParser() {}

    static BigInteger whole(String words) {
        String number = plain(words);
        if (!WHOLE.matcher(number).matches()) {
            throw DECIMAL.matcher(number).matches()
                    ? new WordParser.Rejected("expected.whole")
                    : new IllegalArgumentException();
        }
        return new BigInteger(number);
    }

    static BigInteger whole(String words, long least, long most) {
        BigInteger number = whole(words);
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new WordParser.Rejected("expected.between", String.valueOf(least), String.valueOf(most));
        }
        return number;
    }

    static BigDecimal decimal(String words) {
        String number = plain(words);
        if (TWO_WAYS.matcher(number).matches()) {
            throw new WordParser.Rejected("expected.two-ways", number.replaceAll("[.,]", ""),
                    number.replace(',', '.') + "0");
        }
        if (!DECIMAL.matcher(number).matches()) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(number.replace(',', '.'));
    }

    static double finite(double number) {
        if (Double.isInfinite(number)) {
            throw new WordParser.Rejected("expected.smaller");
        }
        return number;
    }

    /** With the signs of ASCII, and the decimal separator of Arabic as a point. */
    private static String plain(String words) {
        return words.replace('\u2212', '-').replace('\uFF0D', '-').replace('\uFF0B', '+').replace('\u066B', '.')
                .replace('\uFF0E', '.').replace('\uFF0C', ',');
    }
}
