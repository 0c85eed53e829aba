package dev.tertulia.redis;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.SendCounts;
import dev.tertulia.store.MailCounts;

/**
 * What {@code count.lua} found.
 *
 * @param waiting what the scripts count by name
 * @param sizes   of the keys that were named, in their order
 */
record Counted(Map<String, Long> waiting, List<Long> sizes) {

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    static MailCounts mail(Scripts scripts, Keys keys) {
        Counted counted = of(scripts, keys, List.of(keys.deadEvents(), keys.quarantine()));
        return new MailCounts(counted.waiting("events"), counted.sizes.get(0), counted.sizes.get(1),
                counted.waiting("overflowed"));
    }

    static SendCounts sends(Scripts scripts, Keys keys) {
        List<String> others = new ArrayList<>(List.of(keys.inHand(), keys.unknown(), keys.deadSends(), keys.firsts()));
        OutboxCalls.PLACES.forEach(place -> others.add(keys.due(place.lane(), place.priority())));
        Counted counted = of(scripts, keys, others);
        List<Long> sizes = counted.sizes;
        return new SendCounts(counted.queued(),
                new SendCounts.Apart(sizes.get(0), sizes.get(1), counted.waiting("parked"), counted.waiting("held"),
                        sizes.get(2)),
                sizes.stream().skip(4).filter(millis -> millis > 0).min(Long::compare).map(Instant::ofEpochMilli)
                        .orElse(null),
                moment(sizes.get(3)));
    }

    /** A moment of which first.lua kept the digits. */
    private static @Nullable Instant moment(long digits) {
        return digits == 0 ? null : LocalDateTime.parse("" + digits, DIGITS).toInstant(ZoneOffset.UTC);
    }

    private static Counted of(Scripts scripts, Keys keys, List<String> others) {
        List<@Nullable Object> found = scripts
                .list(new Call(Script.COUNT).keys(keys.waiting()).keys(others.toArray(String[]::new)));
        Map<String, Long> waiting = new HashMap<>();
        List<?> pairs = (List<?>) found.getFirst();
        for (int i = 0; i < pairs.size(); i += 2) {
            waiting.put((String) pairs.get(i), Long.parseLong((String) pairs.get(i + 1)));
        }
        return new Counted(waiting, found.stream().skip(1).map(size -> (Long) size).toList());
    }

    private Map<SendCounts.Queue, Long> queued() {
        Map<SendCounts.Queue, Long> queued = new HashMap<>();
        for (OutboxCalls.Place place : OutboxCalls.PLACES) {
            long entries = waiting("" + OutboxCalls.place(place.lane(), place.priority()));
            if (entries > 0) {
                queued.put(new SendCounts.Queue(place.lane(), place.priority()), entries);
            }
        }
        return queued;
    }

    private long waiting(String what) {
        return waiting.getOrDefault(what, 0L);
    }
}
