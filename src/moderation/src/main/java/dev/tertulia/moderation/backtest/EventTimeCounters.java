package dev.tertulia.moderation.backtest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;

/** Counters in memory whose time is that of the events. New ones are empty. */
public final class EventTimeCounters implements Counters {

    private static final int SWEEP_EVERY = 50_000;

    private final Map<String, Window> windows = new HashMap<>();
    private int calls;

    /** Creates empty counters. */
    public EventTimeCounters() {}

    @Override
    public Counters of(String number) {
        return this;
    }

    @Override
    public List<Count> count(String key, Instant at, List<Counter> counters) {
        calls++;
        if (calls % SWEEP_EVERY == 0) {
            windows.values().removeIf(window -> window.isOver(at));
        }
        return counters.stream().map(counter -> windows.computeIfAbsent(counter.name(), _ -> new Window())
                .count(key, at, counter)).toList();
    }

    @Override
    public void clear(String name) {
        windows.remove(name);
    }
}
