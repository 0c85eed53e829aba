package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.StartTimer;

/** The timers of each group, with the lock of the store held. Groups take turns, as {@code timers.lua} has them. */
final class MemoryTimers {

    private static final Comparator<Map.Entry<String, Look>> BY_TURN = Map.Entry.comparingByValue(
            Comparator.comparing(Look::at).thenComparing(Look::order));

    private final Map<String, List<StartTimer>> byGroup = new HashMap<>();
    private final Map<String, Look> looks = new HashMap<>();
    private long order;

    /** When a group's timers are looked at; behind all that were to be looked at then before. */
    private record Look(Instant at, long order) {}

    /** Starts a timer; one of the same id in the group is replaced. */
    void start(StartTimer timer) {
        List<StartTimer> ofGroup = byGroup.computeIfAbsent(timer.group(), group -> new ArrayList<>());
        ofGroup.removeIf(earlier -> earlier.id().equals(timer.id()));
        ofGroup.add(timer);
        Look look = looks.get(timer.group());
        if (look == null || timer.at().isBefore(look.at())) {
            look(timer.group(), timer.at());
        }
    }

    private void look(String group, Instant at) {
        looks.put(group, new Look(at, ++order));
    }

    void cancel(CancelTimers cancelled) {
        byGroup.getOrDefault(cancelled.group(), new ArrayList<>()).removeIf(cancelled::stops);
        if (count(cancelled.group()) == 0) {
            forget(cancelled.group());
        }
    }

    private void forget(String group) {
        byGroup.remove(group);
        looks.remove(group);
    }

    int count(String group) {
        return of(group).size();
    }

    List<StartTimer> of(String group) {
        return List.copyOf(byGroup.getOrDefault(group, List.of()));
    }

    Stream<StartTimer> all() {
        return byGroup.values().stream().flatMap(List::stream);
    }

    /**
     * Removes expired timers, the same number of each group. A group that was served goes behind all that have waited
     * since.
     */
    List<StartTimer> take(Instant now, int atMost) {
        List<String> groups = looks.entrySet().stream().filter(look -> !look.getValue().at().isAfter(now))
                .sorted(BY_TURN)
                .limit(atMost).map(Map.Entry::getKey).toList();
        List<StartTimer> taken = new ArrayList<>();
        for (String group : groups) {
            byGroup.get(group).stream().filter(timer -> !timer.at().isAfter(now))
                    .sorted(Comparator.comparing(StartTimer::at)).limit(Math.max(1, atMost / groups.size()))
                    .forEach(taken::add);
        }
        groups.forEach(group -> served(group, taken, now));
        return taken;
    }

    private void served(String group, List<StartTimer> taken, Instant now) {
        byGroup.get(group).removeAll(taken);
        byGroup.get(group).stream().map(StartTimer::at).min(Comparator.naturalOrder()).ifPresentOrElse(
                first -> look(group, first.isAfter(now) ? first : now), () -> forget(group));
    }
}
