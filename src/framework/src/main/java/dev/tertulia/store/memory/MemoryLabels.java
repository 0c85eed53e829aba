package dev.tertulia.store.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tertulia.store.LabelChange;
import dev.tertulia.store.Labels;

/** Labels in a map. */
final class MemoryLabels implements Labels {

    private final Object lock;
    private final Map<String, Set<String>> groups = new HashMap<>();

    MemoryLabels(Object lock) {
        this.lock = lock;
    }

    @Override
    public void change(LabelChange change) {
        synchronized (lock) {
            Set<String> bearing = groups.computeIfAbsent(change.label(), label -> new TreeSet<>());
            if (change.on()) {
                bearing.add(change.group());
            } else {
                bearing.remove(change.group());
            }
            groups.values().removeIf(Set::isEmpty);
        }
    }

    @Override
    public Set<String> of(String group) {
        synchronized (lock) {
            return groups.entrySet().stream().filter(e -> e.getValue().contains(group)).map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public Set<String> groups(String label) {
        synchronized (lock) {
            return Set.copyOf(groups.getOrDefault(label, Set.of()));
        }
    }

    @Override
    public Set<String> all() {
        synchronized (lock) {
            return Set.copyOf(groups.keySet());
        }
    }
}
