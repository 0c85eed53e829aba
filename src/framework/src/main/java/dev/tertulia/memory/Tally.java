package dev.tertulia.memory;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;

/** Counts what is in queues. */
final class Tally {

    private Tally() {}

    static Map<SendCounts.Queue, Long> queued(Map<SendQueue, Deque<Send>> queues, Set<String> parked) {
        Map<SendCounts.Queue, Long> queued = new HashMap<>();
        queues.forEach((queue, sends) -> {
            if (!parked.contains(queue.group()) && !sends.isEmpty()) {
                queued.merge(new SendCounts.Queue(queue.lane(), queue.priority()), (long) sends.size(), Long::sum);
            }
        });
        return queued;
    }

    static long parked(Map<SendQueue, Deque<Send>> queues, Set<String> parked) {
        return queues.entrySet().stream().filter(queue -> parked.contains(queue.getKey().group()))
                .mapToLong(queue -> queue.getValue().size()).sum();
    }

    static long unknown(Map<SendQueue, Deque<Send>> queues) {
        return queues.values().stream().flatMap(Deque::stream).filter(send -> send.progress().unknownSince() != null)
                .count();
    }
}
