package dev.tertulia.dispatch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
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

/**
 * How words become things of one type.
 *
 * @param reader   reads words without what cannot be seen, with digits from 0 to 9; throws where it cannot
 * @param expected how to write them, for people
 */
record Reading(Function<String, Object> reader, String expected) {

    private static final List<String> YES = List.of("yes", "on", "true", "y");
    private static final List<String> NO = List.of("no", "off", "false", "n");
    private static final Pattern DURATION = Pattern
            .compile("(-?)(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");
    private static final List<Duration> UNITS = List.of(Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1),
            Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMillis(1));
    private static final String TIME = "H:mm[:ss]";
    private static final String LIKE = "write it like ";

    /** Says how something must be written that is nearly right. */
    static final class Refused extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        Refused(String expected) {
            super(expected);
        }
    }

    Object read(String words) {
        return reader.apply(words);
    }

    /** How to write it. */
    String expected(RuntimeException refusal) {
        return refusal instanceof Refused refused ? String.valueOf(refused.getMessage()) : expected;
    }

    /** All types for which words are read here and not by the conversion service, primitive ones by their wrappers. */
    static Map<Class<?>, Reading> byType() {
        Map<Class<?>, Reading> readings = new HashMap<>();
        numbers(readings);
        times(readings);
        readings.put(Boolean.class, new Reading(Reading::yesOrNo, "it can be yes, no, on, off, true, false."));
        readings.put(Character.class, new Reading(Reading::character, "it must be one character."));
        readings.put(UUID.class, new Reading(Reading::uuid, LIKE + new UUID(0, 1) + "."));
        readings.put(Currency.class,
                new Reading(words -> Currency.getInstance(words.toUpperCase(Locale.ROOT)), LIKE + "EUR or USD."));
        readings.put(Locale.class, new Reading(Reading::locale, LIKE + "en or pt-BR."));
        String address = LIKE + "https://example.com.";
        readings.put(URI.class, new Reading(Reading::address, address));
        readings.put(URL.class, new Reading(Reading::url, address));
        return readings;
    }

    private static void numbers(Map<Class<?>, Reading> readings) {
        String number = "it must be a number.";
        readings.put(Byte.class, new Reading(words -> Numbers.whole(words, Byte.MIN_VALUE, Byte.MAX_VALUE).byteValue(),
                number));
        readings.put(Short.class, new Reading(
                words -> Numbers.whole(words, Short.MIN_VALUE, Short.MAX_VALUE).shortValue(), number));
        readings.put(Integer.class, new Reading(
                words -> Numbers.whole(words, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue(), number));
        readings.put(Long.class, new Reading(
                words -> Numbers.whole(words, Long.MIN_VALUE, Long.MAX_VALUE).longValue(), number));
        readings.put(BigInteger.class, new Reading(Numbers::whole, number));
        readings.put(BigDecimal.class, new Reading(Numbers::decimal, number));
        readings.put(Double.class,
                new Reading(words -> Numbers.finite(Numbers.decimal(words).doubleValue()), number));
        readings.put(Float.class, new Reading(
                words -> (float) Numbers.finite(Numbers.decimal(words).floatValue()), number));
    }

    private static void times(Map<Class<?>, Reading> readings) {
        readings.put(Duration.class, new Reading(Reading::duration, LIKE + "30s, 10m, 2h or 1d."));
        readings.put(Period.class, new Reading(Period::parse, LIKE + "P2W or P1M10D."));
        readings.put(LocalDate.class, time("uuuu-M-d", LocalDate::from, "2026-03-31"));
        readings.put(LocalTime.class, time(TIME, LocalTime::from, "9:30 or 18:00"));
        readings.put(LocalDateTime.class, time("uuuu-M-d['T'][ ]" + TIME, LocalDateTime::from, "2026-03-31T18:00"));
        readings.put(YearMonth.class, time("uuuu-M", YearMonth::from, "2026-03"));
        readings.put(Year.class, time("uuuu", Year::from, "2026"));
        readings.put(MonthDay.class, time("[--]M-d", MonthDay::from, "03-31"));
        readings.put(Instant.class, new Reading(Instant::parse, LIKE + "2026-03-31T18:00:00Z."));
        readings.put(OffsetDateTime.class, new Reading(OffsetDateTime::parse, LIKE + "2026-03-31T18:00+02:00."));
        readings.put(OffsetTime.class, new Reading(OffsetTime::parse, LIKE + "18:00+02:00."));
        readings.put(ZonedDateTime.class,
                new Reading(ZonedDateTime::parse, LIKE + "2026-03-31T18:00+02:00[Europe/Madrid]."));
        readings.put(ZoneId.class, new Reading(Reading::zone, LIKE + "Europe/Madrid."));
        readings.put(TimeZone.class, new Reading(words -> TimeZone.getTimeZone(zone(words)), LIKE + "Europe/Madrid."));
    }

    private static Reading time(String pattern, TemporalQuery<?> query, String like) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        return new Reading(words -> format.parse(words.toUpperCase(Locale.ROOT), query), LIKE + like + ".");
    }

    private static Object yesOrNo(String words) {
        String word = Spelling.key(words);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new IllegalArgumentException();
        }
        return YES.contains(word);
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

    private static Object duration(String words) {
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
