package dev.tertulia.handler;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tertulia.phrases.Phrase;
import dev.tertulia.phrases.PhraseBook;

/**
 * The way in which words become values of one type.
 *
 * @param reader   reads words without invisible characters and with digits from 0 to 9; throws where it cannot
 * @param expected how to write them, for people
 */
record WordParser(Parse reader, Phrase expected) {

    private static final Pattern DURATION = Pattern
            .compile("(-?)(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");
    private static final List<Duration> UNITS = List.of(Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1),
            Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMillis(1));
    private static final String TIME = "H:mm[:ss]";

    /** Reads words. */
    @FunctionalInterface
    interface Parse {

        Object read(String words, PhraseBook phrases);
    }

    /** Thrown for words that are nearly right; it says how to write them. */
    static final class Rejected extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final transient Phrase expected;

        Rejected(String key, Object... arguments) {
            super(key);
            this.expected = Phrase.of(key, arguments);
        }
    }

    /** A reading for which the language does not matter. */
    private static WordParser of(Function<String, Object> reader, Phrase expected) {
        return new WordParser((words, phrases) -> reader.apply(words), expected);
    }

    Object read(String words, PhraseBook phrases) {
        return reader.read(words, phrases);
    }

    /** How to write it. */
    Phrase expected(RuntimeException refusal) {
        return refusal instanceof Rejected refused ? refused.expected : expected;
    }

    private static Phrase like(String first, String... others) {
        Object all = first;
        for (String other : others) {
            all = Phrase.of("expected.or", all, other);
        }
        return Phrase.of("expected.like", all);
    }

    /** All types for which words are read here and not by the conversion service, primitive ones by their wrappers. */
    static Map<Class<?>, WordParser> byType() {
        Map<Class<?>, WordParser> readings = new HashMap<>();
        numbers(readings);
        times(readings);
        readings.put(Boolean.class,
                new WordParser(WordParser::yesOrNo, Phrase.of("expected.yes", Phrase.of("yes.examples"))));
        readings.put(Character.class, WordParser.of(WordParser::character, Phrase.of("expected.character")));
        readings.put(UUID.class, WordParser.of(WordParser::uuid, like(new UUID(0, 1).toString())));
        readings.put(Currency.class,
                WordParser.of(words -> Currency.getInstance(words.toUpperCase(Locale.ROOT)), like("EUR", "USD")));
        readings.put(Locale.class, WordParser.of(WordParser::locale, like("en", "pt-BR")));
        Phrase address = like("https://example.com");
        readings.put(URI.class, WordParser.of(WordParser::address, address));
        readings.put(URL.class, WordParser.of(WordParser::url, address));
        return readings;
    }

    private static void numbers(Map<Class<?>, WordParser> readings) {
        Phrase number = Phrase.of("expected.number");
        readings.put(Byte.class,
                WordParser.of(words -> NumberParser.whole(words, Byte.MIN_VALUE, Byte.MAX_VALUE).byteValue(),
                        number));
        readings.put(Short.class, WordParser.of(
                words -> NumberParser.whole(words, Short.MIN_VALUE, Short.MAX_VALUE).shortValue(), number));
        readings.put(Integer.class, WordParser.of(
                words -> NumberParser.whole(words, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue(), number));
        readings.put(Long.class, WordParser.of(
                words -> NumberParser.whole(words, Long.MIN_VALUE, Long.MAX_VALUE).longValue(), number));
        readings.put(BigInteger.class, WordParser.of(NumberParser::whole, number));
        readings.put(BigDecimal.class, WordParser.of(NumberParser::decimal, number));
        readings.put(Double.class,
                WordParser.of(words -> NumberParser.finite(NumberParser.decimal(words).doubleValue()), number));
        readings.put(Float.class, WordParser.of(
                words -> (float) NumberParser.finite(NumberParser.decimal(words).floatValue()), number));
    }

    private static void times(Map<Class<?>, WordParser> readings) {
        readings.put(Duration.class, WordParser.of(WordParser::duration, like("30s, 10m, 2h", "1d")));
        readings.put(Period.class, WordParser.of(Period::parse, like("P2W", "P1M10D")));
        readings.put(LocalDate.class, time("uuuu-M-d", "date.patterns", LocalDate::from, like("2026-03-31")));
        readings.put(LocalTime.class, time(TIME, "time.patterns", LocalTime::from, like("9:30", "18:00")));
        readings.put(LocalDateTime.class,
                time("uuuu-M-d['T'][ ]" + TIME, null, LocalDateTime::from, like("2026-03-31T18:00")));
        readings.put(YearMonth.class, time("uuuu-M", null, YearMonth::from, like("2026-03")));
        readings.put(Year.class, time("uuuu", null, Year::from, like("2026")));
        readings.put(MonthDay.class, time("[--]M-d", null, MonthDay::from, like("03-31")));
        readings.put(Instant.class, WordParser.of(Instant::parse, like("2026-03-31T18:00:00Z")));
        readings.put(OffsetDateTime.class, WordParser.of(OffsetDateTime::parse, like("2026-03-31T18:00+02:00")));
        readings.put(OffsetTime.class, WordParser.of(OffsetTime::parse, like("18:00+02:00")));
        readings.put(ZonedDateTime.class,
                WordParser.of(ZonedDateTime::parse, like("2026-03-31T18:00+02:00[Europe/Madrid]")));
        readings.put(ZoneId.class, WordParser.of(WordParser::zone, like("Europe/Madrid")));
        readings.put(TimeZone.class, WordParser.of(words -> TimeZone.getTimeZone(zone(words)), like("Europe/Madrid")));
    }

    /** The ways to write it in the language go first, if it has some. */
    private static WordParser time(String pattern, @Nullable String patternsOfLanguage, TemporalQuery<?> query,
            Phrase expected) {
        return new WordParser((words, phrases) -> {
            List<String> patterns = patternsOfLanguage == null ? List.of(pattern) : phrases.words(patternsOfLanguage);
            DateTimeException refusal = new DateTimeException("no pattern");
            for (String one : patterns) {
                try {
                    return DateTimeFormatter.ofPattern(one, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT)
                            .parse(words.toUpperCase(Locale.ROOT), query);
                } catch (DateTimeException other) {
                    refusal = other;
                }
            }
            throw refusal;
        }, expected);
    }

    private static Object yesOrNo(String words, PhraseBook phrases) {
        String word = WordTokenizer.key(words);
        boolean yes = phrases.words("yes").contains(word);
        if (!yes && !phrases.words("no").contains(word)) {
            throw new IllegalArgumentException();
        }
        return yes;
    }

    private static Object character(String words) {
        if (words.length() != 1) {
            throw new IllegalArgumentException();
        }
        return words.charAt(0);
    }

    private static Object uuid(String words) {
        UUID uuid = UUID.fromString(words);
        if (!uuid.toString().equalsIgnoreCase(words)) {
            throw new IllegalArgumentException();
        }
        return uuid;
    }

    private static Object locale(String words) {
        Locale locale = new Locale.Builder().setLanguageTag(words.replace('_', '-')).build();
        if (!Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
            throw new IllegalArgumentException();
        }
        return locale;
    }

    private static ZoneId zone(String words) {
        return ZoneId.of(ZoneId.getAvailableZoneIds().stream().filter(words::equalsIgnoreCase).findFirst()
                .orElse(words));
    }

    private static URI address(String words) {
        URI address = URI.create(words);
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException();
        }
        return address;
    }

    private static Object url(String words) {
        try {
            return address(words).toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Duration duration(String words) {
        String word = words.toLowerCase(Locale.ROOT).replace(" ", "");
        Matcher parts = DURATION.matcher(word);
        if (!parts.matches() || word.replace("-", "").isEmpty()) {
            return Duration.parse(words);
        }
        Duration sum = Duration.ZERO;
        for (int unit = 0; unit < UNITS.size(); unit++) {
            String amount = parts.group(unit + 2);
            sum = amount == null ? sum : sum.plus(UNITS.get(unit).multipliedBy(Long.parseLong(amount)));
        }
        return parts.group(1).isEmpty() ? sum : sum.negated();
    }
}
