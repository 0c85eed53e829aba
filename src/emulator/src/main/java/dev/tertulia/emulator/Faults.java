package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The faults that wait for the next calls, first ordered first served. Thread-safe. */
public final class Faults {
    private record Queued(Fault fault, int left) {}

    private final List<Queued> queue = new ArrayList<>();

    Faults() {}

    /** Lets the next calls go wrong: sent messages, or operations on groups where the fault is about those. */
    public synchronized void next(Fault fault, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault happens at least once: times is %d.".formatted(times));
        }
        queue.add(new Queued(fault, times));
    }

    public synchronized void clear() {
        queue.clear();
    }

    synchronized @Nullable Fault take(Lane lane) {
        for (int i = 0; i < queue.size(); i++) {
            Queued first = queue.get(i);
            if (first.fault().lane() == lane) {
                used(i, first);
                return first.fault();
            }
        }
        return null;
    }

    private void used(int index, Queued first) {
        if (first.left() == 1) {
            queue.remove(index);
        } else {
            queue.set(index, new Queued(first.fault(), first.left() - 1));
        }
    }

    synchronized Map<Fault, Integer> waiting() {
        var waiting = new LinkedHashMap<Fault, Integer>();
        queue.forEach(queued -> waiting.merge(queued.fault(), queued.left(), Integer::sum));
        return waiting;
    }
}
