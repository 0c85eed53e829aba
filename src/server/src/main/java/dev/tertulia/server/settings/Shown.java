package dev.tertulia.server.settings;

import java.util.regex.Pattern;

/**
 * Values of settings in a form that messages may show. A variable may hold a secret by mistake, so only values that
 * cannot be secrets are shown: numbers, times, short words, and files with usual endings.
 */
public final class Shown {

    private static final String HIDDEN = "a value that is not shown here";
    private static final int SHORT = 5;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 .,:-]{0,15}( ?[A-Za-z]{1,3})?");
    private static final Pattern TIME = Pattern.compile("-?PT?[0-9.DTHMS-]{1,20}");
    private static final Pattern ADDRESS = Pattern.compile("tcp://[0-9.]{7,15}:[0-9]{1,5}");
    private static final Pattern FILE = Pattern.compile("[\\w ./\\\\:~-]{1,200}\\.(csv|ya?ml|json)");
    private static final Pattern BOT = Pattern.compile("[\\w.$]{0,60}Bot\\w{0,10}");

    private Shown() {}

    /** The value in quotation marks, or a replacement text. */
    public static String of(Object value) {
        String text = String.valueOf(value);
        boolean harmless = text.length() <= SHORT || matches(text, NUMBER, TIME, ADDRESS, FILE, BOT);
        return harmless ? "'" + text + "'" : HIDDEN;
    }

    /** A message about a file, without the file's name unless it may be shown. */
    public static String about(String file, String message) {
        return of(file).equals(HIDDEN) ? message.replace(file, "the file") : message;
    }

    private static boolean matches(String text, Pattern... harmless) {
        for (Pattern pattern : harmless) {
            if (pattern.matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }
}
