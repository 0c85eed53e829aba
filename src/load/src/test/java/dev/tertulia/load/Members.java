package dev.tertulia.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tertulia.server.outside.Delivery;

/** Members who write numbered messages at a steady pace, one after the other in each group. */
final class Members implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;
    private static final int BATCH = 100;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, AtomicInteger> written = new ConcurrentHashMap<>();
    private final Map<String, Instant> moments = new ConcurrentHashMap<>();
    private final Replicas replicas;

    Members(Replicas replicas) {
        this.replicas = replicas;
    }

    /**
     * Starts writing and returns immediately. Each message is acknowledged before the next one of its group is written.
     *
     * @param each      the number of messages of each group
     * @param perSecond the rate over all groups
     */
    void write(List<String> groups, int each, double perSecond) {
        long start = System.nanoTime();
        for (int i = 0; i < groups.size(); i++) {
            int place = i;
            threads.submit(() -> {
                for (int n = 0; n < each; n++) {
                    Pace.awaitNanos(start + Math.round((n * (double) groups.size() + place) / perSecond * SECOND));
                    write(groups.get(place));
                }
            });
        }
    }

    private void write(String group) {
        int number = written.computeIfAbsent(group, g -> new AtomicInteger()).getAndIncrement();
        Instant now = Instant.now();
        moments.put(group + number, now);
        say(group, "" + number, "/echo " + number);
    }

    /** Writes one message in a group and returns when it is acknowledged. */
    void say(String group, String id, String text) {
        say(List.of(group), id, text);
    }

    /** Writes one message in each of these groups and returns when all are acknowledged. */
    void say(List<String> groups, String id, String text) {
        for (int i = 0; i < groups.size(); i += BATCH) {
            replicas.deliver(Delivery.ofMessages(groups.subList(i, Math.min(groups.size(), i + BATCH)).stream()
                    .map(group -> Delivery.message(group, "wamid." + group + "." + id, text, Instant.now())).toList()));
        }
    }

    /** The time at which the answered message was written. */
    Instant written(Sent answer) {
        return moments.get(answer.group() + answer.text());
    }

    /** The number of messages written so far. */
    int count() {
        return written.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
