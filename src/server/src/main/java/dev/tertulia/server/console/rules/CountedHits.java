package dev.tertulia.server.console.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.settings.Settings;

/** The hits of the rules of each number. They are counted anew only after something was recorded about cases. */
@Singleton
@Requires(beans = Settings.class)
final class CountedHits {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Moderation moderation;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    CountedHits(Moderation moderation) {
        this.moderation = moderation;
    }

    /**
     * What was counted.
     *
     * @param last the last entry of the trail before
     */
    private record Counted(RuleHits hits, long last, Instant at) {}

    RuleHits of(String number) {
        Trail trail = moderation.trail(number);
        Instant now = moderation.now();
        long last = trail.last();
        return counted.compute(number, (id, before) -> before != null && before.last() == last
                && before.at().plus(FRESH).isAfter(now) ? before : new Counted(RuleHits.of(trail, now), last, now))
                .hits();
    }
}
