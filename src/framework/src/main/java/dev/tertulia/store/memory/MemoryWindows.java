package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/** Windows in a map. */
final class MemoryWindows implements Windows {

    private final Object lock;
    private final Map<String, Instant> openUntil = new HashMap<>();

    MemoryWindows(Object lock) {
        this.lock = lock;
    }

    @Override
    public Optional<Instant> openUntil(String group) {
        synchronized (lock) {
            return Optional.ofNullable(openUntil.get(group));
        }
    }

    @Override
    public List<String> latest(int atMost) {
        synchronized (lock) {
            return openUntil.entrySet().stream().sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
                    .limit(atMost).map(Map.Entry::getKey).toList();
        }
    }

    @Override
    public boolean shut(String group, Instant reported) {
        synchronized (lock) {
            Instant until = openUntil.getOrDefault(group, Instant.EPOCH);
            if (until.isAfter(reported.plus(WindowRule.LENGTH))) {
                return false;
            }
            if (until.isAfter(reported)) {
                openUntil.put(group, reported);
            }
            return true;
        }
    }

    /** Never backwards. */
    void extend(String group, Instant until) {
        openUntil.merge(group, until, (a, b) -> a.isAfter(b) ? a : b);
    }
}
