package dev.tertulia.moderation.rules;

import java.util.Map;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions of RE2, which never take long, whatever the text. */
final class Patterns {

    /** The size of compiled expressions up to which a text of some hundred characters takes a few milliseconds. */
    private static final int MOST_INSTRUCTIONS = 250;
    private static final int LONGEST = 1_000;

    /** What RE2 cannot do, as it begins in an expression, and how people call it. */
    private static final Map<String, String> IMPOSSIBLE = Map.of("(?=", "look-ahead", "(?!", "negative look-ahead",
            "(?<=", "look-behind", "(?<!", "negative look-behind", "(?>", "an atomic group");
    private static final String WHY = " is not possible in RE2, whose expressions always end quickly; ";

    private Patterns() {}

    /** The condition of an expression. */
    static Condition read(Value value) {
        String expression = value.text();
        if (expression.length() > LONGEST) {
            value.problem("'pattern' has at most " + LONGEST + " characters; write several patterns under 'any'");
            return Condition.NEVER;
        }
        try {
            if (Pattern.compile(expression).programSize() > MOST_INSTRUCTIONS) {
                value.problem("the pattern '" + expression + "' is too large: it repeats too much, such as with {200};"
                        + " repeat less, or write + and *");
            }
        } catch (PatternSyntaxException e) {
            value.problem(why(expression, e));
        }
        return new Condition.TextPattern(expression);
    }

    private static String why(String expression, PatternSyntaxException e) {
        for (Map.Entry<String, String> one : IMPOSSIBLE.entrySet()) {
            if (expression.contains(one.getKey())) {
                return "in the pattern '" + expression + "', " + one.getValue() + " " + one.getKey() + WHY
                        + "write what must not be there as a pattern of its own under 'unless' or 'not'";
            }
        }
        if (expression.matches(".*\\\\[1-9].*")) {
            return "in the pattern '" + expression + "', a reference such as \\1" + WHY + "write the text again";
        }
        if (expression.matches(".*[*+?}]\\+.*")) {
            return "in the pattern '" + expression + "', a possessive quantifier such as ++" + WHY
                    + "leave out the last +";
        }
        return "the pattern '" + expression + "' is wrong: " + e.getDescription()
                + ("".equals(e.getPattern()) ? "" : " at '" + e.getPattern() + "'");
    }
}
