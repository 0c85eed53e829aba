package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.outbox.BlockedUntil;

/** Groups that wait for an event, and since when. */
final class MemoryParkedGroups {

    private final Map<String, Parked> byGroup = new HashMap<>();

    private record Parked(BlockedUntil reason, Instant since) {}

    void add(String group, BlockedUntil reason, Instant now) {
        byGroup.put(group, new Parked(reason, now));
    }

    boolean has(String group) {
        return byGroup.containsKey(group);
    }

    void remove(String group, BlockedUntil reason) {
        byGroup.computeIfPresent(group, (g, parked) -> parked.reason() == reason ? null : parked);
    }

    /** Takes a group out by the key of its letter. */
    Optional<String> take(String key) {
        Optional<String> found = byGroup.entrySet().stream().filter(e -> key(e).equals(key)).map(Map.Entry::getKey)
                .findFirst();
        found.ifPresent(byGroup::remove);
        return found;
    }

    Stream<DeadLetter> letters() {
        return byGroup.entrySet().stream().map(e -> {
            BlockedUntil reason = e.getValue().reason();
            return new DeadLetter(DeadLetterKind.PARKED.id(key(e)), e.getKey(), e.getValue().since(), reason.explain(),
                    reason.code(), ErrorCatalogue.advice(reason.code()), null, Json.write(Map.of("waitsFor", reason)));
        });
    }

    private static String key(Map.Entry<String, Parked> parked) {
        return parked.getValue().since().toEpochMilli() + ":" + parked.getKey();
    }
}
