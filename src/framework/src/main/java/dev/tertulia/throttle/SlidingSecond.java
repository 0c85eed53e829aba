package dev.tertulia.throttle;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * The requests that WhatsApp may have counted within the last second. It counts a request somewhere between question
 * and answer. So one is in here from when it leaves until a second after its answer, less the time of the fastest
 * answer: the ways there and back are the same for both ends of the second, only what comes on top may vary.
 */
final class SlidingSecond {

    /** With room for a clock's grain and for what the fastest answer of a sample took longer than could be. */
    private static final long SECOND = Duration.ofMillis(1_001).toNanos();
    private static final long SOON = Duration.ofMillis(1).toNanos();
    private static final int ANSWERS_OF_A_SAMPLE = 256;

    private final PriorityQueue<Long> ends = new PriorityQueue<>((a, b) -> Long.signum(a - b));
    private int onTheWay;
    private int answers;
    private long fastest = Long.MAX_VALUE;
    /** Nothing is subtracted before the first sample is whole: first answers are slow. */
    private long fastestBefore;

    /**
     * Lets one more in if fewer than {@code most} are.
     *
     * @return 0 if it is in, else the nanoseconds after which to ask again
     */
    long enter(long now, int most) {
        while (!ends.isEmpty() && ends.peek() - now <= 0) {
            ends.poll();
        }
        if (onTheWay + ends.size() < most) {
            onTheWay++;
            return 0;
        }
        return ends.isEmpty() ? SOON : ends.peek() - now;
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
        if (++answers == ANSWERS_OF_A_SAMPLE) {
            answers = 0;
            fastestBefore = fastest;
            fastest = Long.MAX_VALUE;
        }
    }
}
