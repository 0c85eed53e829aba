package dev.tertulia.throttle;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/**
 * A stream of requests that share one rate. It goes down by half when WhatsApp says "too many" and climbs back by
 * steps of a twentieth a second. It never sleeps: it says how long to wait.
 */
public final class Lane {

    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(50);
    private static final double LOWEST_SHARE = 0.01;
    private static final double CLIMB = 0.05;
    private static final double CUT = 0.5;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final String name;
    private final double ceiling;
    private final LongSupplier nanos;
    private final AtomicInteger unused = new AtomicInteger();
    private double rate;
    private RateLimiter limiter;
    private long lastChange;
    private long pausedUntil;

    /**
     * A lane at its ceiling.
     *
     * @param ceiling permits per second that it never exceeds
     * @param nanos   a clock that only counts, such as {@code System::nanoTime}
     */
    public Lane(String name, double ceiling, LongSupplier nanos) {
        if (ceiling <= 0) {
            throw new IllegalArgumentException("lane " + name + ": " + ceiling + " per second; write more than 0");
        }
        this.name = name;
        this.ceiling = ceiling;
        this.rate = ceiling;
        this.nanos = nanos;
        this.limiter = limiter();
        this.lastChange = nanos.getAsLong();
        this.pausedUntil = lastChange;
    }

    /** Takes a permit and says in how many nanoseconds it may be used; 0 means now. */
    public synchronized long reserve() {
        if (unused.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return pause();
        }
        climb();
        return Math.max(pause(), Math.max(0, limiter.reservePermission()));
    }

    /** Gives a permit back that turned out not to be needed; the next one to reserve gets it. */
    public void giveBack() {
        unused.set(1);
    }

    /** Slows down, once a second at most: many answers may speak of the same moment. Returns whether it did. */
    public synchronized boolean limitHit() {
        long now = nanos.getAsLong();
        if (now - lastChange < SECOND && rate < ceiling) {
            return false;
        }
        change(Math.max(ceiling * LOWEST_SHARE, rate * CUT), now);
        pausedUntil = Math.max(pausedUntil, now + SECOND);
        return true;
    }

    /** Lets nothing through for so long. */
    public synchronized void pause(Duration length) {
        pausedUntil = Math.max(pausedUntil, nanos.getAsLong() + length.toNanos());
    }

    /** Permits per second at the moment. */
    public synchronized double rate() {
        return rate;
    }

    /** The time in which the lane's permits come back; a fresh owner of the lane waits that long once. */
    public synchronized Duration period() {
        return limiter.getRateLimiterConfig().getLimitRefreshPeriod();
    }

    /** What the lane is for. */
    public String name() {
        return name;
    }

    private long pause() {
        return Math.max(0, pausedUntil - nanos.getAsLong());
    }

    private void climb() {
        long now = nanos.getAsLong();
        if (rate < ceiling && now - lastChange >= SECOND) {
            change(Math.min(ceiling, rate + ceiling * CLIMB), now);
        }
    }

    private void change(double newRate, long now) {
        rate = newRate;
        limiter = limiter();
        lastChange = now;
    }

    /** Short periods of few permits, so that no two full bursts meet at a period's edge. */
    private RateLimiter limiter() {
        int permits = (int) Math.max(1, Math.floor(rate * SHORTEST_PERIOD.toMillis() / 1000));
        RateLimiterConfig config = RateLimiterConfig.custom().limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofNanos(Math.round(permits / rate * SECOND)))
                .timeoutDuration(LONGEST_WAIT).build();
        return RateLimiter.of(name, config);
    }
}
