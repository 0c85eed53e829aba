package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The faults that wait for the next calls, first ordered first served. Thread-safe. */
public final class Faults {
    /** @param to the group or person whose calls it hits, null for any */
    private record Queued(Fault fault, int left, @Nullable String to) {

        boolean hits(CallKind callKind, @Nullable String receiver) {
            return fault.callKind() == callKind && (to == null || to.equals(receiver));
        }
    }

    private final List<Queued> queue = new ArrayList<>();

    Faults() {}

    /** Lets the next calls go wrong: sent messages, or operations on groups where the fault is about those. */
    public void next(Fault fault, int times) {
        order(fault, times, null);
    }

    /** The same for the next calls that are about one group or person; those about others go well. */
    public void nextTo(String receiver, Fault fault, int times) {
        order(fault, times, receiver);
    }

    private synchronized void order(Fault fault, int times, @Nullable String to) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault happens at least once: times is %d.".formatted(times));
        }
        queue.add(new Queued(fault, times, to));
    }

    public synchronized void clear() {
        queue.clear();
    }

    synchronized @Nullable Fault take(CallKind callKind, @Nullable String receiver) {
        for (int i = 0; i < queue.size(); i++) {
            Queued first = queue.get(i);
            if (first.hits(callKind, receiver)) {
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
            queue.set(index, new Queued(first.fault(), first.left() - 1, first.to()));
        }
    }

    synchronized Map<Fault, Integer> waiting() {
        var waiting = new LinkedHashMap<Fault, Integer>();
        queue.forEach(queued -> waiting.merge(queued.fault(), queued.left(), Integer::sum));
        return waiting;
    }
}
