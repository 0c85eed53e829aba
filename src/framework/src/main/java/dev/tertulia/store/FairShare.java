package dev.tertulia.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The choice of entries to drop if groups share a bound: always the oldest entry of the group with the most entries, so
 * that one group does not displace those of others.
 *
 * @param <K> the key of an entry
 */
public final class FairShare<K> {

    private final Map<String, Deque<Entry<K>>> byGroup = new HashMap<>();
    private int size;

    private record Entry<K>(int age, K key) {}

    /** Adds an entry; the oldest is added first. */
    public void add(String group, K key) {
        byGroup.computeIfAbsent(group, g -> new ArrayDeque<>()).add(new Entry<>(size++, key));
    }

    /** The number of entries added. */
    public int size() {
        return size;
    }

    /** The entries to drop so that at most this number is left. */
    public List<K> beyond(int most) {
        PriorityQueue<Deque<Entry<K>>> largestFirst = new PriorityQueue<>(
                Comparator.comparingInt((Deque<Entry<K>> entries) -> -entries.size())
                        .thenComparingInt(entries -> entries.element().age()));
        largestFirst.addAll(byGroup.values());
        List<K> dropped = new ArrayList<>();
        while (size - dropped.size() > Math.max(0, most)) {
            Deque<Entry<K>> largest = largestFirst.remove();
            dropped.add(largest.remove().key());
            if (!largest.isEmpty()) {
                largestFirst.add(largest);
            }
        }
        return dropped;
    }
}
