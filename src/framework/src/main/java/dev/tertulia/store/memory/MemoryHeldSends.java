package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;

/** The held entries of each group, in order. */
final class MemoryHeldSends {

    private final Map<String, Deque<Settlement.Held>> byGroup = new LinkedHashMap<>();

    void add(Settlement.Held held) {
        byGroup.computeIfAbsent(held.send().group(), group -> new ArrayDeque<>()).add(held);
    }

    List<Send> takeAll(String group) {
        Deque<Settlement.Held> taken = byGroup.remove(group);
        return taken == null ? List.of() : taken.stream().map(Settlement.Held::send).toList();
    }

    Optional<Send> take(String key) {
        Optional<Settlement.Held> found = all().filter(held -> key(held).equals(key)).findFirst();
        found.ifPresent(held -> {
            Deque<Settlement.Held> ofGroup = byGroup.get(held.send().group());
            ofGroup.remove(held);
            if (ofGroup.isEmpty()) {
                byGroup.remove(held.send().group());
            }
        });
        return found.map(Settlement.Held::send);
    }

    long count(String group) {
        return byGroup.getOrDefault(group, new ArrayDeque<>()).size();
    }

    long count() {
        return all().count();
    }

    /** Groups in which something has been held for as long as it may. */
    List<String> over(Instant now) {
        return all().filter(held -> !held.until().isAfter(now)).map(held -> held.send().group()).distinct().toList();
    }

    /** When holds end. */
    Stream<Instant> moments() {
        return all().map(Settlement.Held::until);
    }

    Stream<DeadLetter> letters() {
        return all().map(
                held -> new DeadLetter(DeadLetterKind.HELD.id(key(held)), held.send().group(), held.at(), held.reason(),
                        null, null, held.send().expires(), Json.write(held.send())));
    }

    private Stream<Settlement.Held> all() {
        return byGroup.values().stream().flatMap(Deque::stream);
    }

    private static String key(Settlement.Held held) {
        return held.until().toEpochMilli() + ":" + held.send().id() + ":" + held.send().group();
    }
}
