package dev.tertulia.costs;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The price of a delivery by the country of the participant. The longest matching prefix of the phone number wins. If
 * none matches, or the phone number is unknown, the rate of {@code *} applies if there is one.
 *
 * @param currency such as {@code EUR}
 * @param micros millionths of the currency, by category and prefix
 * @param since the day from which its prices hold, as far as is known
 */
public record RateCard(String currency, Map<String, Map<String, Long>> micros, @Nullable LocalDate since) {

    static final String ALL_OTHERS = "*";

    /** A card without rates: charged deliveries are counted and have no price. */
    public static final RateCard NONE = new RateCard("", Map.of(), null);

    /** A card of unknown age. */
    public RateCard(String currency, Map<String, Map<String, Long>> micros) {
        this(currency, micros, null);
    }

    /**
     * A warning that prices may have changed since, as WhatsApp changes them on the first day of a quarter; empty while
     * they cannot have.
     */
    public Optional<String> outdated(LocalDate today) {
        LocalDate quarter = LocalDate.of(today.getYear(), today.getMonth().firstMonthOfQuarter(), 1);
        return Optional.ofNullable(since).filter(day -> day.isBefore(quarter)).map(day -> ("the rate card is of %s, and"
                + " WhatsApp's prices may have changed on %s: compare them, and write '# valid from %s' into the card")
                .formatted(day, quarter, quarter));
    }

    /** The rate for a category and a phone number. */
    OptionalLong rate(String category, @Nullable String phone) {
        Map<String, Long> byPrefix = micros.getOrDefault(category, Map.of());
        String digits = phone == null ? "" : phone;
        Stream<String> prefixes = IntStream.iterate(digits.length(), length -> length > 0, length -> length - 1)
                .mapToObj(length -> digits.substring(0, length));
        return Stream.concat(prefixes, Stream.of(ALL_OTHERS)).filter(byPrefix::containsKey)
                .mapToLong(byPrefix::get).findFirst();
    }

    /** The highest rate of all categories for a phone number; for an unknown number, of all countries too. */
    OptionalLong highestTemplate(@Nullable String phone) {
        return phone == null && !micros.isEmpty()
                ? OptionalLong.of(highest())
                : micros.keySet().stream().flatMapToLong(category -> rate(category, phone).stream()).max();
    }

    /** The highest rate of a category. */
    OptionalLong highest(String category) {
        return micros.getOrDefault(category, Map.of()).values().stream().mapToLong(Long::longValue).max();
    }

    /** The highest rate of all. */
    long highest() {
        return micros.values().stream().map(rates -> Collections.max(rates.values())).max(Long::compare).orElse(0L);
    }
}
