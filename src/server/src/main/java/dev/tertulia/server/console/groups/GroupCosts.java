package dev.tertulia.server.console.groups;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import org.jspecify.annotations.Nullable;

import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Costs.Per;
import dev.tertulia.costs.Sum;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;

/**
 * The costs of each group in this month. They are added up from all deliveries of a number, so in the background, every five
 * minutes while somebody looks.
 */
@Singleton
@Requires(beans = Settings.class)
final class GroupCosts {

    private static final long AGE = Duration.ofMinutes(5).toNanos();

    private final Lines lines;
    private final InstantSource clock;
    private final ExecutorService executor;
    private final Map<String, Totals> byNumber = new ConcurrentHashMap<>();

    GroupCosts(Lines lines, InstantSource clock, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.lines = lines;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * What was added up.
     *
     * @param groups {@code null} while it is added up for the first time
     */
    private record Totals(@Nullable Map<String, Sum> groups, long at) {}

    /** The costs of a group, and what they are in; empty while they are added up for the first time. */
    Optional<GroupCost> of(String number, String group) {
        Costs costs = lines.of(number).operator().costs();
        Totals totals = byNumber.compute(number, (id, known) -> known != null && System.nanoTime() - known.at() < AGE
                ? known
                : refreshing(id, known));
        return Optional.ofNullable(totals.groups())
                .map(groups -> new GroupCost(groups.getOrDefault(group, Sum.NONE), costs.currency()));
    }

    private Totals refreshing(String number, @Nullable Totals known) {
        executor.execute(() -> refresh(number));
        return new Totals(known == null ? null : known.groups(), System.nanoTime());
    }

    private void refresh(String number) {
        try {
            int days = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getDayOfMonth();
            Map<String, Sum> groups = lines.of(number).operator().costs().totals(Per.GROUP, days);
            byNumber.put(number, new Totals(groups, System.nanoTime()));
        } catch (StoreUnavailable away) {
            byNumber.remove(number);
        }
    }
}
