package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.throttle.LaneKind;

/** The queues of entries, and when each one is due. */
final class MemoryQueues {

    private final Map<QueueKey, Deque<Send>> queues = new HashMap<>();
    private final Map<QueueKey, Instant> due = new LinkedHashMap<>();
    /** The queue in which an entry waits for another one, by the id of the other one. */
    private final Map<String, QueueKey> awaited = new HashMap<>();
    /** The entries of unknown outcome, by id. */
    private final Map<String, Send> unknown = new LinkedHashMap<>();

    void addLast(Send send) {
        queue(QueueKey.of(send)).addLast(send);
        added(send);
        due.putIfAbsent(QueueKey.of(send), send.created());
        send.after().ifPresent(id -> awaited.put(id, QueueKey.of(send)));
    }

    /** Whether the first entry waits for another of its turn. */
    boolean waits(QueueKey queue) {
        Deque<Send> entries = queues.get(queue);
        Send first = entries == null ? null : entries.peek();
        return first != null && first.after().filter(awaited::containsKey).isPresent();
    }

    /** An entry was put where it belongs. */
    void settled(QueueKey queue, Settlement settlement) {
        next(queue, settlement instanceof Settlement.Again again ? again.due() : settlement.at());
        if (!settlement.inQueue()) {
            decided(settlement.send(), settlement.at());
        }
    }

    /** An entry is settled: the entries that wait for it may leave. */
    void decided(Send send, Instant now) {
        QueueKey queue = awaited.remove(send.id());
        Send first = queue == null ? null : queue(queue).peek();
        if (first != null && due.containsKey(queue) && first.after().filter(send.id()::equals).isPresent()) {
            next(queue, now);
        }
    }

    /** Its queue is looked at when somebody says so. */
    void addFirst(Send send) {
        queue(QueueKey.of(send)).addFirst(send);
        added(send);
    }

    private void added(Send send) {
        if (send.outcomeUnknown()) {
            unknown.put(send.id(), send);
        }
    }

    void addFirst(Send send, Instant at) {
        addFirst(send);
        due.put(QueueKey.of(send), at);
    }

    /** The first entry; the queue is not due until a time is set. */
    @Nullable
    Send take(QueueKey queue) {
        due.remove(queue);
        Send first = queue(queue).poll();
        if (first != null) {
            unknown.remove(first.id());
        }
        return first;
    }

    void remove(Send send) {
        queue(QueueKey.of(send)).remove(send);
        unknown.remove(send.id());
    }

    List<Send> removeAll(String group) {
        List<Send> removed = queues.entrySet().stream().filter(queue -> queue.getKey().group().equals(group))
                .flatMap(queue -> queue.getValue().stream()).toList();
        queues.keySet().removeIf(queue -> queue.group().equals(group));
        due.keySet().removeIf(queue -> queue.group().equals(group));
        removed.forEach(send -> {
            awaited.remove(send.id());
            unknown.remove(send.id());
        });
        return removed;
    }

    /** When the queue is looked at next; behind all that wait for the same moment. */
    void next(QueueKey queue, Instant at) {
        due.remove(queue);
        if (queue(queue).isEmpty()) {
            queues.remove(queue);
        } else {
            due.put(queue, at);
        }
    }

    List<DueQueue> due(LaneKind lane, Instant now, Predicate<String> groups, int atMost) {
        return due.entrySet().stream().filter(e -> e.getKey().lane() == lane && !e.getValue().isAfter(now))
                .filter(e -> groups.test(e.getKey().group()) && !waits(e.getKey()))
                .sorted(Comparator.comparing((Map.Entry<QueueKey, Instant> e) -> e.getKey().priority())
                        .thenComparing(Map.Entry::getValue))
                .limit(atMost).map(e -> new DueQueue(e.getKey().group(), e.getKey().priority())).toList();
    }

    /** The same for one group, without a look at the others. */
    List<DueQueue> due(LaneKind lane, Instant now, String group) {
        return Stream.of(Priority.values()).filter(priority -> isDue(new QueueKey(group, lane, priority), now))
                .map(priority -> new DueQueue(group, priority)).toList();
    }

    private boolean isDue(QueueKey queue, Instant now) {
        Instant at = due.get(queue);
        return at != null && !at.isAfter(now) && !waits(queue);
    }

    /** The queues of those groups that have an entry, by the moment when the first one was written. */
    List<WaitingSend> waiting(Predicate<String> groups, int atMost) {
        return queues.entrySet().stream().filter(e -> groups.test(e.getKey().group()) && !e.getValue().isEmpty())
                .map(e -> new WaitingSend(e.getValue().element(), e.getValue().size(), due.get(e.getKey()),
                        waits(e.getKey())))
                .sorted(Comparator.comparing(waiting -> waiting.first().created())).limit(atMost).toList();
    }

    /** When the queues of those groups are looked at next. */
    Stream<Instant> moments(Predicate<String> groups) {
        return due.entrySet().stream().filter(e -> groups.test(e.getKey().group()) && !waits(e.getKey()))
                .map(Map.Entry::getValue);
    }

    /**
     * How much there is in queues and elsewhere.
     *
     * @param parked which groups wait for an event
     */
    SendCounts counts(Predicate<String> parked, long inHand, long held, long dead) {
        Map<SendCounts.Queue, Long> waiting = new HashMap<>();
        long waitingParked = 0;
        for (Map.Entry<QueueKey, Deque<Send>> queue : queues.entrySet()) {
            long entries = queue.getValue().size();
            if (parked.test(queue.getKey().group())) {
                waitingParked += entries;
            } else if (entries > 0) {
                waiting.merge(new SendCounts.Queue(queue.getKey().lane(), queue.getKey().priority()), entries,
                        Long::sum);
            }
        }
        Predicate<QueueKey> leaves = queue -> !parked.test(queue.group());
        return new SendCounts(waiting, new SendCounts.Apart(inHand, unknown.size(), waitingParked, held, dead),
                earliest(due.keySet().stream().filter(leaves).filter(queue -> !waits(queue)).map(due::get)),
                earliest(queues.keySet().stream().filter(leaves).flatMap(queue -> queues.get(queue).stream().limit(1))
                        .map(Send::created)));
    }

    private static @Nullable Instant earliest(Stream<Instant> moments) {
        return moments.min(Comparator.naturalOrder()).orElse(null);
    }

    /** An entry of unknown outcome. */
    Optional<Send> unknown(String id) {
        return Optional.ofNullable(unknown.get(id));
    }

    /** Takes out one that waits for a status, and that no person has decided on. */
    Optional<Send> takeUnknown(String id) {
        Optional<Send> found = unknown(id).filter(MemoryQueues::waitsForStatus);
        found.ifPresent(this::remove);
        return found;
    }

    Stream<Send> waitingForStatus() {
        return unknown.values().stream().filter(MemoryQueues::waitsForStatus);
    }

    private static boolean waitsForStatus(Send send) {
        return send.progress() instanceof Progress.AwaitingStatus;
    }

    private Deque<Send> queue(QueueKey queue) {
        return queues.computeIfAbsent(queue, q -> new ArrayDeque<>());
    }
}
