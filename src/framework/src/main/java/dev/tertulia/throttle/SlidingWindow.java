package dev.tertulia.throttle;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * The requests that WhatsApp may have counted within the last second. WhatsApp counts a request at an unknown time
 * between sending and answer. A request therefore counts from when it is sent until one second after its answer, minus
 * the latency of the fastest answer: the network latency shifts both ends of the second equally, and only the excess
 * varies.
 */
final class SlidingWindow {

    /** One second plus 1 ms for clock granularity and for the error of the sampled minimum latency. */
    private static final long SECOND = Duration.ofMillis(1_001).toNanos();
    /** Long enough to contain a quiet moment: while requests queue up, the fastest answer does not show the latency. */
    private static final long SAMPLE = Duration.ofSeconds(30).toNanos();

    private final PriorityQueue<Long> ends = new PriorityQueue<>((a, b) -> Long.signum(a - b));
    private int onTheWay;
    private long sampleBegan;
    private long fastest = Long.MAX_VALUE;
    /** Nothing is subtracted before the first sample is complete, because the first answers are slow. */
    private long fastestBefore;

    SlidingWindow(long now) {
        this.sampleBegan = now;
    }

    /**
     * Admits one more request, immediately or when the next one drops out.
     *
     * @return the time in nanoseconds until it is admitted, or -1 if it is unknown when the next one drops out; ask
     *         again
     */
    long enter(long now, int most) {
        forgetUntil(now);
        long end = now;
        while (onTheWay + ends.size() >= most) {
            if (ends.isEmpty()) {
                return -1;
            }
            end = ends.poll();
        }
        onTheWay++;
        return end - now;
    }

    /** Whether one more request is admitted immediately. */
    boolean hasRoom(long now, int most) {
        forgetUntil(now);
        return onTheWay + ends.size() < most;
    }

    private void forgetUntil(long now) {
        while (!ends.isEmpty() && ends.peek() - now <= 0) {
            ends.poll();
        }
    }

    /** Removes an admitted request that is not sent. */
    void giveBack() {
        onTheWay--;
    }

    /** Records the answer to a request that was sent at this moment. */
    void answered(long left, long now) {
        onTheWay--;
        fastest = Math.min(fastest, now - left);
        ends.add(now - Math.min(fastest, fastestBefore) + SECOND);
        if (now - sampleBegan > SAMPLE) {
            sampleBegan = now;
            fastestBefore = fastest;
            fastest = Long.MAX_VALUE;
        }
    }
}
