package dev.tertulia.server.console.page;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

/** The texts of the console in one language. English is the language of what is not translated. */
public final class Texts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt"));
    private static final ResourceBundle.Control CONTROL = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String BUNDLE = "dev.tertulia.server.console.texts";
    private static final int SECONDS = 60;
    private static final int HOURS = 48;

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language, Texts.class.getClassLoader(), CONTROL);
    }

    /** The texts in the first language of a header {@code Accept-Language} that there are texts in. */
    public static Texts accepting(@Nullable String acceptLanguage) {
        return new Texts(best(acceptLanguage));
    }

    /** The texts of each language. */
    public static List<Texts> all() {
        return LANGUAGES.stream().map(Texts::new).toList();
    }

    private static Locale best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    /** The language, such as {@code en}. */
    public String language() {
        return language.toLanguageTag();
    }

    /** A text with its arguments filled in. */
    public String get(String key, @Nullable Object... arguments) {
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }

    /** A number as it is written in the language. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** A number with at most two decimals. */
    public String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** A time span, roughly, such as {@code 12 min}. */
    public String span(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < SECONDS) {
            return seconds + " s";
        }
        if (seconds < SECONDS * SECONDS) {
            return seconds / SECONDS + " min";
        }
        long hours = time.toHours();
        return hours < HOURS ? hours + " h " + time.toMinutesPart() + " min" : time.toDays() + " d";
    }
}
