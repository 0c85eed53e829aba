package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.tertulia.graph.ErrorCatalogue;

/** WhatsApp's refusals of the last ten minutes, with advice. */
final class RecentRefusals {

    private static final long RECENT = Duration.ofMinutes(10).toNanos();

    private final Supplier<Map<Integer, Long>> refusals;
    private final LongSupplier nanos;
    private final Map<Integer, Long> counted = new HashMap<>();
    private final Map<Integer, Long> lastSeen = new HashMap<>();

    RecentRefusals(Supplier<Map<Integer, Long>> refusals, LongSupplier nanos) {
        this.refusals = refusals;
        this.nanos = nanos;
        counted.putAll(refusals.get());
    }

    /** Notes which codes were counted since the last call. */
    synchronized void sample() {
        long now = nanos.getAsLong();
        refusals.get().forEach((code, count) -> {
            Long before = counted.put(code, count);
            if (count > (before == null ? 0 : before)) {
                lastSeen.put(code, now);
            }
        });
        lastSeen.values().removeIf(seen -> now - seen > RECENT);
    }

    synchronized List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        lastSeen.keySet().stream().sorted().forEach(code -> alarms.add(ErrorCatalogue.find(code)
                .map(entry -> Alarm.warning("alarm.refused", String.valueOf(code), entry.meaning())
                        .advising(entry.advice()))
                .orElseGet(() -> Alarm.warning("alarm.refused.unknown", String.valueOf(code)))));
        return alarms;
    }
}
