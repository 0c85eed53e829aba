package dev.tertulia.server.console.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;

import dev.tertulia.moderation.cases.DailyHits;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;

/**
 * The hits of the rules of each number. A page counts what was recorded since the one before it, but not more than a
 * bound; what is left, as after a start, is counted in the background.
 */
@Singleton
@Requires(beans = Settings.class)
final class CountedHits {

    /** The days that are counted, today included. */
    static final int DAYS = 7;

    private static final int PER_PAGE = 1_000;

    private final Moderation moderation;
    private final ExecutorService executor;
    private final Map<String, DailyHits> byNumber = new ConcurrentHashMap<>();
    private final Set<String> counting = ConcurrentHashMap.newKeySet();

    CountedHits(Moderation moderation, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.moderation = moderation;
        this.executor = executor;
    }

    RuleHits of(String number) {
        DailyHits hits = count(number);
        Instant now = moderation.now();
        boolean complete = !counting.contains(number) && hits.count(now, PER_PAGE);
        if (!complete && counting.add(number)) {
            executor.execute(() -> countRest(number, hits));
        }
        return new RuleHits(hits, now, complete);
    }

    private DailyHits count(String number) {
        return byNumber.computeIfAbsent(number, id -> moderation.trail(id).dailyHits(DAYS));
    }

    /** All hits, however long the count takes. */
    RuleHits all(String number) {
        DailyHits hits = count(number);
        countAll(hits);
        return new RuleHits(hits, moderation.now(), true);
    }

    private void countAll(DailyHits hits) {
        boolean complete = false;
        while (!complete) {
            complete = hits.count(moderation.now(), PER_PAGE);
        }
    }

    private void countRest(String number, DailyHits hits) {
        try {
            countAll(hits);
        } catch (StoreUnavailable away) {
            // the next page goes on
        } finally {
            counting.remove(number);
        }
    }
}
