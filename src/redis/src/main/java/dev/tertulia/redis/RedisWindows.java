package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.util.LRUMap;

import dev.tertulia.message.Event;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/**
 * Windows in a sorted set. Nothing but {@link #shut} makes one shorter, so whatever this process saw open is open until then,
 * and messages to groups that write often do not ask Redis.
 */
final class RedisWindows implements Windows {

    private static final int FIRST_KNOWN = 64;
    private static final int MOST_KNOWN = 20_000;

    private final Scripts scripts;
    private final Keys keys;
    private final LRUMap<String, Instant> known = new LRUMap<>(FIRST_KNOWN, MOST_KNOWN);

    RedisWindows(Scripts scripts, Keys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    /** The end of the window that an event opens; empty if it opens none. */
    static Optional<Instant> shutsAt(Event event, Instant now) {
        return event.opensWindow() ? Optional.of(WindowRule.shutsAt(event.at(), now)) : Optional.empty();
    }

    /** Notes the windows that accepted events have opened. */
    void opened(List<Event> accepted, Instant now) {
        accepted.forEach(event -> shutsAt(event, now).ifPresent(end -> note(event.group(), end)));
    }

    private void note(String group, Instant end) {
        Instant before = known.get(group);
        if (before == null || before.isBefore(end)) {
            known.put(group, end);
        }
    }

    @Override
    public Optional<Instant> openUntil(String group) {
        Optional<Instant> end = Optional
                .ofNullable(scripts.redis().run(commands -> commands.zscore(keys.windows(), group)))
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
        end.ifPresent(until -> known.put(group, until));
        return end;
    }

    @Override
    public Optional<Instant> knownOpenUntil(String group) {
        return Optional.ofNullable(known.get(group));
    }

    @Override
    public List<String> latest(int atMost) {
        return scripts.redis().run(commands -> commands.zrevrange(keys.windows(), 0, atMost - 1L));
    }

    @Override
    public boolean shut(String group, Instant reported) {
        boolean shut = scripts.number(new Call(Script.SHUT).keys(keys.windows()).args(group, reported.toEpochMilli(),
                WindowRule.LENGTH.toMillis())) == 1;
        if (shut) {
            known.put(group, Instant.EPOCH);
        }
        return shut;
    }
}
