package dev.tertulia.costs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Pricing;

/**
 * A file with a rate card: {@code prefix,category,price,currency} per line, {@code #} before comments. The comment
 * {@code # valid from 2026-10-01} gives the age of the prices; without it, the modification time of the file does.
 */
public final class RateCardFile {

    private static final String HEADER = "prefix,category,price,currency";
    private static final Pattern VALID_FROM = Pattern.compile("#\\s*valid from\\s+(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final List<String> CATEGORIES = List.of("group_marketing", "group_utility", Pricing.SERVICE);

    private final Map<String, Map<String, Long>> micros = new HashMap<>();
    private String currency = "";
    private @Nullable LocalDate since;

    private RateCardFile() {}

    /**
     * Reads a file.
     *
     * @throws BadRateCard if the file cannot be read or is invalid
     */
    public static RateCard read(Path file) {
        try {
            RateCard card = parse(file.toString(), Files.readAllLines(file));
            LocalDate written = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
            return card.since() != null ? card : new RateCard(card.currency(), card.micros(), written);
        } catch (IOException e) {
            throw new BadRateCard("%s cannot be read (%s); name a file of lines such as 49,group_utility,0.05,EUR."
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }

    static RateCard parse(String name, List<String> lines) {
        RateCardFile card = new RateCardFile();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            try {
                card.read(line);
            } catch (IllegalArgumentException e) {
                throw new BadRateCard("%s, line %d: %s.".formatted(name, i + 1, e.getMessage()));
            }
        }
        if (card.micros.isEmpty()) {
            throw new BadRateCard(name + " holds no rate; write lines such as 49,group_utility,0.05,EUR.");
        }
        return new RateCard(card.currency, Map.copyOf(card.micros), card.since);
    }

    private void read(String line) {
        Matcher age = VALID_FROM.matcher(line);
        if (age.lookingAt()) {
            since = day(age.group(1));
        } else if (!line.isEmpty() && !line.startsWith("#") && !line.equals(HEADER)) {
            add(line.split("\\s*,\\s*", -1));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is no day; write one such as # valid from 2026-10-01"
                    .formatted(text), e);
        }
    }

    private void add(String[] part) {
        need(part.length == 4, "%d columns; write four: %s", part.length, HEADER);
        need(part[0].matches("[1-9]\\d{0,14}|\\*"),
                "'%s' is no country prefix; write digits such as 49, or * for all others", part[0]);
        need(CATEGORIES.contains(part[1]), "'%s' is no category; write one of %s", part[1],
                String.join(", ", CATEGORIES));
        need(part[2].matches("\\d{1,6}(\\.\\d{1,6})?"), "'%s' is no price; write one such as 0.0456", part[2]);
        need(part[3].matches("[A-Z]{3}"), "'%s' is no currency; write one such as EUR", part[3]);
        need(currency.isEmpty() || currency.equals(part[3]), "the card is in %s so far; use one currency, not %s too",
                currency, part[3]);
        currency = part[3];
        Long before = micros.computeIfAbsent(part[1], category -> new HashMap<>()).put(part[0],
                new BigDecimal(part[2]).movePointRight(6).longValueExact());
        need(before == null, "a second rate for %s and %s; keep one", part[0], part[1]);
    }

    private static void need(boolean so, String otherwise, Object... parts) {
        if (!so) {
            throw new IllegalArgumentException(otherwise.formatted(parts));
        }
    }
}
