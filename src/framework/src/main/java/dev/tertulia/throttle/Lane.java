package dev.tertulia.throttle;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/**
 * A stream of requests that share one rate, which goes down when WhatsApp says "too many" and climbs back. It never
 * sleeps: it says how long to wait.
 */
public final class Lane {

    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(10);
    /** Requests cross the net unevenly: this much room keeps a few late ones from meeting the next. */
    private static final double USED = 0.985;
    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SHORTEST_REST = Duration.ofMillis(50).toNanos();
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final String name;
    private final LongSupplier nanos;
    private final LearnedRate learned;
    private RateLimiter limiter;
    private boolean unused;
    private long lastPermit;
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
        long now = nanos.getAsLong();
        this.name = name;
        this.nanos = nanos;
        this.learned = new LearnedRate(ceiling, now);
        this.limiter = limiter();
        this.lastPermit = now;
        this.pausedUntil = now;
    }

    /** Takes a permit and says in how many nanoseconds it may be used; 0 means now. */
    public synchronized long reserve() {
        long now = nanos.getAsLong();
        if (learned.climb(now)) {
            limiter = relearn();
        }
        long wait = unused ? 0 : Math.max(0, limiter.reservePermission());
        unused = false;
        wait = Math.max(wait, pausedUntil - now);
        lastPermit = now + wait;
        return wait;
    }

    /** How long the permit that was reserved last has to wait still. */
    public synchronized Duration ahead() {
        return Duration.ofNanos(Math.max(0, lastPermit - nanos.getAsLong()));
    }

    /** Gives a permit back that turned out not to be needed; the next one to reserve gets it. */
    public synchronized void giveBack() {
        unused = true;
    }

    /** Learns that a request was taken on. */
    public synchronized void taken() {
        learned.taken(nanos.getAsLong());
    }

    /**
     * Slows down and rests for a moment, once a second at most: many answers may speak of the same moment.
     *
     * @return whether it slowed down now
     */
    public synchronized boolean limitHit() {
        long now = nanos.getAsLong();
        double left = learned.hit(now);
        if (left == 1) {
            return false;
        }
        limiter = relearn();
        long rest = Math.max(SHORTEST_REST, Math.round((1 - left) * SECOND));
        pausedUntil = Math.max(pausedUntil, now + rest);
        return true;
    }

    /** Lets nothing through for so long. */
    public synchronized void pause(Duration length) {
        pausedUntil = Math.max(pausedUntil, nanos.getAsLong() + length.toNanos());
    }

    /** Permits per second at the moment. */
    public synchronized double rate() {
        return learned.rate();
    }

    /** The time in which the lane's permits come back; a fresh owner of the lane waits that long once. */
    public synchronized Duration period() {
        return limiter.getRateLimiterConfig().getLimitRefreshPeriod();
    }

    /** What the lane is for. */
    public String name() {
        return name;
    }

    /** A limiter of the new rate that counts what was reserved of the old one and waits still. */
    private RateLimiter relearn() {
        RateLimiter next = limiter();
        long reserved = Math.round(ahead().toNanos() / SECOND * learned.rate() * USED);
        for (long i = 0; i < reserved; i++) {
            next.reservePermission();
        }
        return next;
    }

    /** Short periods of few permits, so that no two full bursts meet at a period's edge. */
    private RateLimiter limiter() {
        double rate = learned.rate() * USED;
        int permits = (int) Math.max(1, Math.floor(rate * SHORTEST_PERIOD.toNanos() / SECOND));
        RateLimiterConfig config = RateLimiterConfig.custom().limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofNanos(Math.round(permits / rate * SECOND)))
                .timeoutDuration(LONGEST_WAIT).build();
        return RateLimiter.of(name, config);
    }
}
