package dev.tertulia.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tertulia.server.outside.Delivery;

/** People who write at a steady pace, in each group one message after the other, and number what they write. */
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
     * Begins to write, and returns at once. Each message is acknowledged before its group writes the next.
     *
     * @param each      how often in each group
     * @param perSecond over all groups
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

    /** One writes in a group; returns once it was acknowledged. */
    void say(String group, String id, String text) {
        say(List.of(group), id, text);
    }

    /** One writes in each of these groups; returns once all was acknowledged. */
    void say(List<String> groups, String id, String text) {
        for (int i = 0; i < groups.size(); i += BATCH) {
            replicas.deliver(Delivery.ofMessages(groups.subList(i, Math.min(groups.size(), i + BATCH)).stream()
                    .map(group -> Delivery.message(group, "wamid." + group + "." + id, text, Instant.now())).toList()));
        }
    }

    /** When the message was written that this answers. */
    Instant written(Sent answer) {
        return moments.get(answer.group() + answer.text());
    }

    /** How many messages were written so far. */
    int count() {
        return written.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
