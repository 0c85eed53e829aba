package dev.tertulia.server.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import dev.tertulia.Line;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Sum;
import dev.tertulia.store.StoreUnavailable;

/** Gauges of a number's costs, read from the store at most once a minute. */
public final class CostGauges {

    private static final Duration AGE = Duration.ofMinutes(1);
    private static final double MICROS = 1_000_000;

    private final Costs costs;
    private final InstantSource clock;
    private Figures figures = Figures.UNKNOWN;
    private Instant readAt = Instant.MIN;

    private CostGauges(Costs costs, InstantSource clock) {
        this.costs = costs;
        this.clock = clock;
    }

    /**
     * The figures of one reading.
     *
     * @param freeTierLeft deliveries that are still free this month
     * @param deliveries   all deliveries of the day
     * @param money        what they cost, as far as prices are known
     */
    private record Figures(double freeTierLeft, double deliveries, double money) {
        private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);
    }

    /** Registers the gauges of a line. */
    public static void show(Line line, MeterRegistry registry, InstantSource clock) {
        CostGauges gauges = new CostGauges(line.operator().costs(), clock);
        Tags number = Tags.of("number", line.number());
        gauges.register("tertulia.costs.free.tier.left", number, registry, Figures::freeTierLeft);
        gauges.register("tertulia.costs.deliveries.today", number, registry, Figures::deliveries);
        gauges.register("tertulia.costs.money.today", number, registry, Figures::money);
    }

    private void register(String name, Tags number, MeterRegistry registry, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, this, gauges -> figure.applyAsDouble(gauges.read())).tags(number).strongReference(true)
                .register(registry);
    }

    private synchronized Figures read() {
        Instant now = clock.instant();
        if (readAt.plus(AGE).isAfter(now) && !readAt.isAfter(now)) {
            return figures;
        }
        figures = fresh();
        readAt = now;
        return figures;
    }

    private Figures fresh() {
        try {
            Optional<FreeTier> tier = costs.freeTier();
            Sum today = costs.totals(Costs.Per.DAY, 1).values().stream().findFirst().orElse(Sum.NONE);
            return new Figures(tier.map(FreeTier::left).orElse(0L), today.deliveries(), today.micros() / MICROS);
        } catch (StoreUnavailable away) {
            return Figures.UNKNOWN;
        }
    }
}
