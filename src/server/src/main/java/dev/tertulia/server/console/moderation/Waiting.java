package dev.tertulia.server.console.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.settings.Settings;

/** The cases that wait for people. They are read once a second, however many people look. */
@Singleton
@Requires(beans = Settings.class)
final class Waiting {

    private static final int MOST = 50;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Moderation moderation;
    private final Map<String, Cases> seen = new ConcurrentHashMap<>();

    Waiting(Moderation moderation) {
        this.moderation = moderation;
    }

    /** The cases as they were read at a time. */
    record Cases(Instant at, List<Case> all, boolean more) {

        List<Case> in(CaseState state) {
            return all.stream().filter(one -> one.state() == state).toList();
        }
    }

    Cases of(String number) {
        Instant now = moderation.now();
        return seen.compute(number, (key, known) -> known != null && known.at().plus(FRESH).isAfter(now)
                ? known
                : read(key, now));
    }

    private Cases read(String number, Instant now) {
        Trail trail = moderation.trail(number);
        List<Case> open = trail.search(CaseQuery.latest(MOST).in(CaseState.OPEN));
        List<Case> appealed = trail.search(CaseQuery.latest(MOST).in(CaseState.APPEALED));
        return new Cases(now, Stream.concat(open.stream(), appealed.stream()).toList(),
                open.size() == MOST || appealed.size() == MOST);
    }

    /** Reads anew next time, because something was decided. */
    void forget(String number) {
        seen.remove(number);
    }
}
