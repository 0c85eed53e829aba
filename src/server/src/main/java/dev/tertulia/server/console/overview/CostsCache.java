package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
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
    private static final long AGE_OF_EARLIER = Duration.ofMinutes(5).toNanos();

    private final InstantSource clock;
    private final Map<String, Cached> byNumber = new ConcurrentHashMap<>();

    /**
     * Costs of a number.
     *
     * @param earlier the costs of this month before today
     */
    private record Cached(CostView view, Sum earlier, long at, long earlierAt) {}

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
            LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            Sum today = sum(costs.totals(Per.DAY, 1));
            boolean old = before == null || now - before.earlierAt() > AGE_OF_EARLIER;
            Sum earlier = old ? earlier(costs, day) : before.earlier();
            CostView view = new CostView(today, earlier.plus(today), costs.currency(), costs.freeTier().orElse(null));
            return new Cached(view, earlier, now, old ? now : before.earlierAt());
        } catch (StoreUnavailable away) {
            return before == null ? new Cached(CostView.NONE, Sum.NONE, now, now - AGE_OF_EARLIER) : before;
        }
    }

    private static Sum earlier(Costs costs, LocalDate day) {
        Map<String, Sum> days = new TreeMap<>(costs.totals(Per.DAY, day.getDayOfMonth()));
        days.remove(day.toString());
        return sum(days);
    }

    private static Sum sum(Map<String, Sum> totals) {
        return totals.values().stream().reduce(Sum.NONE, Sum::plus);
    }
}
