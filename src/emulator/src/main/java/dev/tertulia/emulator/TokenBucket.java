package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;

/** Token bucket that starts full and is refilled at whole intervals, so that its limit is exact. */
final class TokenBucket {
    private final int capacity;
    private final int refill;
    private final Duration every;
    private int tokens;
    private Instant filled = Instant.MIN;

    private TokenBucket(int capacity, int refill, Duration every) {
        this.capacity = capacity;
        this.refill = refill;
        this.every = every;
        this.tokens = capacity;
    }

    /** Returns a bucket for a number of calls in each interval. An interval starts with its first call. 0 is no limit. */
    static TokenBucket of(int times, Duration every) {
        return new TokenBucket(times, times, every);
    }

    /** Returns a bucket for a burst of calls, and then one more after each interval. 0 is no limit. */
    static TokenBucket burst(int times, Duration every) {
        return new TokenBucket(times, 1, every);
    }

    boolean take(Instant now) {
        if (capacity == 0) {
            return true;
        }
        fill(now);
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }

    private void fill(Instant now) {
        if (tokens < capacity) {
            long intervals = Math.max(0, Duration.between(filled, now).dividedBy(every));
            tokens = (int) Math.min(capacity, tokens + intervals * refill);
            filled = filled.plus(every.multipliedBy(intervals));
        }
        if (tokens == capacity) {
            filled = now;
        }
    }
}
