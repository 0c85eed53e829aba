package dev.tertulia.throttle;

import java.time.Duration;

/**
 * How fast a lane may go, as far as it knows. Told "too many", it goes down to just below what was taken on in the last
 * second, by half at most; then it feels its way up, the faster the longer nothing was refused.
 */
final class LearnedRate {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long IMPATIENCE = Duration.ofSeconds(10).toNanos();
    private static final double LOWEST_SHARE = 0.01;
    private static final double GREATEST_CUT = 0.5;
    private static final double LEAST_CUT = 0.97;
    private static final double BELOW_TAKEN = 0.97;
    private static final double CLIMB = 0.0025;

    private double ceiling;
    private final RateCounter taken;
    private double rate;
    private long lastHit;
    private long lastChange;

    LearnedRate(double ceiling, long now) {
        this.ceiling = ceiling;
        this.taken = new RateCounter(now);
        this.rate = ceiling;
        this.lastHit = now;
        this.lastChange = now;
    }

    double rate() {
        return rate;
    }

    double ceiling() {
        return ceiling;
    }

    /** What was learned below the ceiling stays learned. */
    void limitTo(double next) {
        rate = rate == ceiling ? next : Math.min(rate, next);
        ceiling = next;
    }

    /** A request was taken on. */
    void taken(long now) {
        taken.add(now);
    }

    /**
     * A request was refused as one too many.
     *
     * @return the share of the rate that is left, or 1 if a refusal of the same moment was heeded already
     */
    double hit(long now) {
        if (now - lastHit < SECOND && rate < ceiling) {
            return 1;
        }
        double before = rate;
        double wanted = Math.min(rate * LEAST_CUT, taken.count(now) * BELOW_TAKEN);
        rate = Math.max(ceiling * LOWEST_SHARE, Math.max(rate * GREATEST_CUT, wanted));
        lastHit = now;
        lastChange = now;
        return rate / before;
    }

    /** Goes up for every second since the last change. Returns whether there was one. */
    boolean climb(long now) {
        if (rate == ceiling || now - lastChange < SECOND) {
            return false;
        }
        while (rate < ceiling && now - lastChange >= SECOND) {
            lastChange += SECOND;
            rate = Math.min(ceiling, rate + ceiling * CLIMB * (1 + (double) (lastChange - lastHit) / IMPATIENCE));
        }
        return true;
    }
}
