package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Queue of faults for the next calls, first in, first out, and the lasting troubles. Thread-safe. */
public final class Faults {
    /** @param to the group or person whose calls fail, null for any */
    private record Queued(Fault fault, int left, @Nullable String to) {

        boolean hits(CallKind callKind, @Nullable String receiver) {
            return fault.callKind() == callKind && (to == null || to.equals(receiver));
        }
    }

    private final List<Queued> queue = new ArrayList<>();
    private final Troubles troubles = new Troubles();

    Faults() {}

    /**
     * Makes the next calls of the fault's kind fail: messages, operations on groups, queries or downloads.
     *
     * @param times the number of calls, at least 1
     * @throws IllegalArgumentException if {@code times} is less than 1
     */
    public void next(Fault fault, int times) {
        order(fault, times, null);
    }

    /**
     * Makes the next calls about one group or person fail.
     *
     * @param receiver the id of the group, or the person as the call names it
     * @param times the number of calls, at least 1
     * @throws IllegalArgumentException if {@code times} is less than 1
     */
    public void nextTo(String receiver, Fault fault, int times) {
        order(fault, times, receiver);
    }

    private synchronized void order(Fault fault, int times, @Nullable String to) {
        if (times < 1) {
            throw new IllegalArgumentException("times is 1 or more, not %d.".formatted(times));
        }
        queue.add(new Queued(fault, times, to));
    }

    /** Removes all faults and troubles. */
    public synchronized void clear() {
        queue.clear();
        troubles.only();
    }

    /** Returns the lasting troubles of the account, its app, its token and its numbers. */
    public Troubles troubles() {
        return troubles;
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
