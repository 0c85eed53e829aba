package dev.tertulia.server.doctor;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.tertulia.costs.RateCard;

/** The prices are those of the current quarter. */
record RateCardCheck(RateCard card, InstantSource clock) implements Check {

    @Override
    public String name() {
        return "rate-card";
    }

    @Override
    public List<Finding> findings() {
        if (card.micros().isEmpty()) {
            return List.of(Finding.ok(this, "no rate card is configured, so costs are counted without prices"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return card.outdated(today)
                .map(why -> List.of(Finding.warning(this, why,
                        "download the current rate card from Meta and write its prices into the file")))
                .orElseGet(() -> List.of(Finding.ok(this, "the rate card is of " + card.since())));
    }
}
