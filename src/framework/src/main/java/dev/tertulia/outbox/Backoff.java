package dev.tertulia.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses with full jitter: anything between nothing and base times 2^attempts, cut at the cap.
 *
 * @param random where the jitter comes from
 */
record Backoff(Duration base, Duration cap, RandomGenerator random) {

    private static final int STEEPEST = 20;

    Duration after(int attempts) {
        long longest = Math.min(cap.toMillis(), base.toMillis() << Math.min(attempts, STEEPEST));
        return Duration.ofMillis(random.nextLong(Math.max(1, longest)) + 1);
    }
}
