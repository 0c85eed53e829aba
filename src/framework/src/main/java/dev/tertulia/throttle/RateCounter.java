package dev.tertulia.throttle;

import java.time.Duration;

/** A count of the events of the last second, with a resolution of a tenth of a second. */
final class RateCounter {

    private static final int SLOTS = 10;
    private static final long SLOT = Duration.ofSeconds(1).toNanos() / SLOTS;

    private final int[] counts = new int[SLOTS];
    private final long start;
    private long newest;

    RateCounter(long now) {
        this.start = now;
    }

    void add(long now) {
        turn(now);
        counts[(int) (newest % SLOTS)]++;
    }

    int count(long now) {
        turn(now);
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Clears the slots that are older than a second. */
    private void turn(long now) {
        long slot = (now - start) / SLOT;
        for (long next = Math.max(newest + 1, slot - SLOTS + 1); next <= slot; next++) {
            counts[(int) (next % SLOTS)] = 0;
        }
        newest = Math.max(newest, slot);
    }
}
