package dev.tertulia.server.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;

import dev.tertulia.costs.BadRateCard;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.DailyLimit;
import dev.tertulia.costs.RateCard;
import dev.tertulia.costs.RateCardFile;

/** Reader of the cost settings. */
record CostsReader(Keys keys) {

    private static final String LIMIT = "tertulia.costs.daily-limit";
    private static final String CARD = "tertulia.costs.rate-card";
    private static final String FREE_TIER = "tertulia.costs.free-tier-from";
    private static final String A_LIMIT = "a number of charged deliveries, such as 500, or money, such as 20 EUR";

    CostSettings read() {
        CostSettings usual = CostSettings.USUAL;
        RateCard rates = keys.orNote(usual.rates(),
                () -> keys.text(CARD).map(CostsReader::card).orElse(usual.rates()));
        return new CostSettings(rates,
                keys.orNote(usual.limit(),
                        () -> keys.text(LIMIT).map(text -> limit(text, rates)).orElse(usual.limit())),
                keys.orNote(usual.freeTierFrom(),
                        () -> keys.text(FREE_TIER).map(CostsReader::day).orElse(usual.freeTierFrom())),
                keys.count("tertulia.costs.days", usual.days()));
    }

    private static RateCard card(String file) {
        try {
            return RateCardFile.read(Path.of(file));
        } catch (BadRateCard bad) {
            throw new BadSettings(
                    "%s: %s".formatted(Keys.name(CARD), Shown.about(file, String.valueOf(bad.getMessage()))));
        }
    }

    private static DailyLimit limit(String text, RateCard rates) {
        if (text.matches("\\d{1,9}")) {
            return new DailyLimit.Deliveries(Long.parseLong(text));
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,6})? [A-Z]{3}")) {
            throw Keys.bad(LIMIT, text, A_LIMIT);
        }
        String[] money = text.split(" ");
        if (!money[1].equals(rates.currency())) {
            String card = rates.currency().isEmpty()
                    ? "there is no rate card"
                    : "the rate card is in "
                            + rates.currency();
            throw new BadSettings("%s is '%s', but %s; name a card in %s with %s, or write a number of deliveries."
                    .formatted(Keys.name(LIMIT), text, card, money[1], Keys.name(CARD)));
        }
        return new DailyLimit.Money(new BigDecimal(money[0]).movePointRight(6).longValueExact(), money[1]);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Keys.bad(FREE_TIER, text, "a day, such as 2026-10-01");
        }
    }
}
