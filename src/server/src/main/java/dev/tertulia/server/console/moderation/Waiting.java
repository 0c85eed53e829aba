package dev.tertulia.server.console.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.FoundCases;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.settings.Settings;

/** The cases that wait for people. They are read once a second, however many people look. */
@Singleton
@Requires(beans = Settings.class)
final class Waiting {

    private static final int MOST = 50;
    private static final int MOST_LOOKED_AT = 2_000;
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration USABLE = Duration.ofMinutes(1);

    private final Moderation moderation;
    private final Map<String, Cases> seen = new ConcurrentHashMap<>();

    Waiting(Moderation moderation) {
        this.moderation = moderation;
    }

    /**
     * The cases as they were at a time.
     *
     * @param last the last entry of the trail before they were read
     */
    record Cases(Instant at, Instant readAt, long last, List<Case> all, boolean more) {

        List<Case> in(CaseState state) {
            return all.stream().filter(one -> one.state() == state).toList();
        }
    }

    Cases of(String number) {
        Instant now = moderation.now();
        return seen.compute(number, (key, known) -> known != null && known.at().plus(FRESH).isAfter(now)
                ? known
                : look(key, known, now));
    }

    /** Cases are read again only after something was recorded about any. */
    private Cases look(String number, @Nullable Cases known, Instant now) {
        Trail trail = moderation.trail(number);
        long last = trail.last();
        return known != null && known.last() == last && known.readAt().plus(USABLE).isAfter(now)
                ? new Cases(now, known.readAt(), last, known.all(), known.more())
                : read(trail, last, now);
    }

    private static Cases read(Trail trail, long last, Instant now) {
        FoundCases open = trail.search(CaseQuery.latest(MOST).in(CaseState.OPEN), null, MOST_LOOKED_AT);
        FoundCases appealed = trail.search(CaseQuery.latest(MOST).in(CaseState.APPEALED), null, MOST_LOOKED_AT);
        return new Cases(now, now, last, Stream.concat(open.cases().stream(), appealed.cases().stream()).toList(),
                open.cases().size() == MOST || appealed.cases().size() == MOST);
    }

    /** Reads anew next time, because something was decided. */
    void forget(String number) {
        seen.remove(number);
    }
}
