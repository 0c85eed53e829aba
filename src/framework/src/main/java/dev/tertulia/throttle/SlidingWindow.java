package dev.tertulia.throttle;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * The requests that WhatsApp may have counted within the last second. It counts a request somewhere between question
 * and answer. So one is in here from when it leaves until a second after its answer, less the time of the fastest
 * answer: the ways there and back are the same for both ends of the second, only what comes on top may vary.
 */
final class SlidingWindow {

    /** With room for a clock's grain and for what the fastest answer of a sample took longer than could be. */
    private static final long SECOND = Duration.ofMillis(1_001).toNanos();
    /** Long enough for a quiet moment: while requests queue up, the fastest of them tells nothing of the way. */
    private static final long SAMPLE = Duration.ofSeconds(30).toNanos();

    private final PriorityQueue<Long> ends = new PriorityQueue<>((a, b) -> Long.signum(a - b));
    private int onTheWay;
    private long sampleBegan;
    private long fastest = Long.MAX_VALUE;
    /** Nothing is subtracted before the first sample is whole: first answers are slow. */
    private long fastestBefore;

    SlidingWindow(long now) {
        this.sampleBegan = now;
    }

    /**
     * Lets one more in, at once or in the place of the next that goes out.
     *
     * @return in how many nanoseconds it is in, or -1 if nobody knows when the next goes out: ask again
     */
    long enter(long now, int most) {
        while (!ends.isEmpty() && ends.peek() - now <= 0) {
            ends.poll();
        }
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

    /** One that was let in does not leave. */
    void giveBack() {
        onTheWay--;
    }

    /** One was answered that left at that moment. */
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
