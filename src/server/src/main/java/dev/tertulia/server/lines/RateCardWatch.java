package dev.tertulia.server.lines;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.costs.RateCard;
import dev.tertulia.server.settings.Settings;

/** Daily check that warns if the rate card may be older than WhatsApp's prices, which change each quarter. */
@Singleton
@Requires(beans = Settings.class)
public final class RateCardWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RateCardWatch.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final RateCard card;
    private final InstantSource clock;
    private final Recurring timer = new Recurring("rate-card");

    RateCardWatch(Settings settings, InstantSource clock, MeterRegistry registry) {
        this.card = settings.line().costs().rates();
        this.clock = clock;
        registry.gauge("tertulia.rate.card.outdated", this, watch -> watch.outdated().isPresent() ? 1 : 0);
    }

    public void start() {
        timer.start(DAY, () -> outdated().ifPresent(LOG::warn));
    }

    private Optional<String> outdated() {
        return card.outdated(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @PreDestroy
    void close() {
        timer.close();
    }
}
