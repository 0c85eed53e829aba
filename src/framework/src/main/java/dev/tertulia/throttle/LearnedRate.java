package dev.tertulia.throttle;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The rate of a lane as learned from WhatsApp's answers. After a refusal it drops to just below the number of requests
 * accepted in the last second, at most by half. Then it rises, faster the longer nothing is refused.
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
    private boolean wasHit;
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

    /** A learned rate below the ceiling is kept. */
    void limitTo(double next) {
        rate = rate == ceiling ? next : Math.min(rate, next);
        ceiling = next;
    }

    /** Records that a request was accepted. */
    void taken(long now) {
        taken.add(now);
    }

    /**
     * Records that a request was refused because the rate was exceeded.
     *
     * @return the remaining share of the rate, or 1 if a refusal of the same moment was already considered
     */
    double hit(long now) {
        if (now - lastHit < SECOND && rate < ceiling) {
            return 1;
        }
        wasHit = true;
        double before = rate;
        double wanted = Math.min(rate * LEAST_CUT, taken.count(now) * BELOW_TAKEN);
        rate = Math.max(ceiling * LOWEST_SHARE, Math.max(rate * GREATEST_CUT, wanted));
        lastHit = now;
        lastChange = now;
        return rate / before;
    }

    /** When a request was last refused, by the lane's clock; empty if none ever was. */
    OptionalLong lastHit() {
        return wasHit ? OptionalLong.of(lastHit) : OptionalLong.empty();
    }

    /** Raises the rate for every second since the last change. Returns whether it has changed. */
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
