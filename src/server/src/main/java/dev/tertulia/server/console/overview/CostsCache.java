package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Costs.Per;
import dev.tertulia.costs.Sum;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;

/** The costs of each number, which are added up from all groups, so rarely: today's every half minute. */
@Singleton
@Requires(beans = Settings.class)
final class CostsCache {

    private static final long AGE = Duration.ofSeconds(30).toNanos();
    private static final long AGE_OF_MONTH = Duration.ofMinutes(5).toNanos();

    private final InstantSource clock;
    private final Map<String, Cached> byNumber = new ConcurrentHashMap<>();

    private record Cached(CostView view, Sum monthBefore, long at, long monthAt) {}

    CostsCache(InstantSource clock) {
        this.clock = clock;
    }

    CostView of(Line line) {
        return byNumber.compute(line.number(), (number, before) -> {
            long now = System.nanoTime();
            return before != null && now - before.at() < AGE ? before : read(line.operator().costs(), before, now);
        }).view();
    }

    /** While the store is away, the last costs are shown. */
    private Cached read(Costs costs, @Nullable Cached before, long now) {
        try {
            int day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getDayOfMonth();
            Sum today = sum(costs.totals(Per.DAY, 1));
            boolean old = before == null || now - before.monthAt() > AGE_OF_MONTH;
            Sum month = old ? sum(costs.totals(Per.DAY, day)) : before.monthBefore();
            return new Cached(new CostView(today, month, costs.currency(), costs.freeTier().orElse(null)), month, now,
                    old ? now : before.monthAt());
        } catch (StoreUnavailable away) {
            return before == null ? new Cached(CostView.NONE, Sum.NONE, now, now - AGE_OF_MONTH) : before;
        }
    }

    private static Sum sum(Map<String, Sum> totals) {
        return totals.values().stream().reduce(Sum.NONE, Sum::plus);
    }
}
