package dev.tertulia.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/**
 * A stream of requests that share one rate. The rate drops when WhatsApp reports that it is exceeded, and recovers
 * slowly. Permits spread requests evenly over time; a second check immediately before a request is sent holds back any
 * that could exceed the limit, even if earlier requests were delayed.
 */
public final class Lane {

    private static final Duration SHORTEST_PERIOD = Duration.ofMillis(10);
    /** Permits are issued slightly below the limit, so that no queue forms at the second check. */
    private static final double USED = 0.995;
    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SOON = Duration.ofMillis(1).toNanos();
    private static final long SHORTEST_REST = Duration.ofMillis(50).toNanos();
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final String name;
    private final LongSupplier nanos;
    private final LearnedRate learned;
    private final SlidingWindow counted;
    private final AtomicInteger atExit = new AtomicInteger();
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
        this.counted = new SlidingWindow(now);
        this.limiter = limiter();
        this.lastPermit = now;
        this.pausedUntil = now;
    }

    /** Reserves a permit and returns the time in nanoseconds until it may be used; 0 means now. */
    public synchronized long reserve() {
        long now = now();
        if (learned.climb(now)) {
            limiter = relearn();
        }
        long wait = unused ? 0 : Math.max(0, limiter.reservePermission());
        unused = false;
        wait = Math.max(wait, pausedUntil - now);
        lastPermit = now + wait;
        return wait;
    }

    /** The time until all reserved permits are used. */
    public synchronized Duration ahead() {
        long queue = Math.round(atExit.get() / learned.rate() * SECOND);
        return Duration.ofNanos(Math.max(0, lastPermit - now()) + queue);
    }

    /**
     * Waits, with a permit, until one more request cannot exceed the limit.
     *
     * @throws CancellationException if the thread was interrupted
     */
    public Permit leave(Sleep sleep) {
        atExit.incrementAndGet();
        try {
            long wait = enter();
            for (; wait < 0; wait = enter()) {
                sleep.forNanos(SOON);
            }
            Permit exit = new Permit(this);
            try {
                sleep.forNanos(wait);
            } catch (CancellationException stop) {
                exit.close();
                throw stop;
            }
            return exit;
        } finally {
            atExit.decrementAndGet();
        }
    }

    /** A permit for a request that may be sent at once; empty if it would have to wait, or if others wait. */
    public synchronized Optional<Permit> permitNow() {
        long now = now();
        boolean free = atExit.get() == 0 && lastPermit - now <= 0 && pausedUntil - now <= 0
                && (unused || limiter.getMetrics().getAvailablePermissions() > 0)
                && counted.hasRoom(now, most());
        if (!free || reserve() > 0) {
            return Optional.empty();
        }
        enter();
        return Optional.of(new Permit(this));
    }

    private synchronized long enter() {
        return counted.enter(now(), most());
    }

    private int most() {
        return (int) Math.max(1, learned.rate());
    }

    synchronized void answered(long askedAt) {
        counted.answered(askedAt, now());
    }

    /** Returns an unused permit; the next reservation gets it. */
    synchronized void giveBack() {
        unused = true;
        counted.giveBack();
    }

    long now() {
        return nanos.getAsLong();
    }

    /** Records that WhatsApp accepted a request. */
    public synchronized void taken() {
        learned.taken(now());
    }

    /**
     * Reduces the rate and pauses briefly, at most once a second, because many answers may report the same moment.
     *
     * @return whether the rate was reduced now
     */
    public synchronized boolean limitHit() {
        long now = now();
        double left = learned.hit(now);
        if (left == 1) {
            return false;
        }
        limiter = relearn();
        long rest = Math.max(SHORTEST_REST, Math.round((1 - left) * SECOND));
        pausedUntil = Math.max(pausedUntil, now + rest);
        return true;
    }

    /** Blocks all requests for this time. */
    public synchronized void pause(Duration length) {
        pausedUntil = Math.max(pausedUntil, now() + length.toNanos());
    }

    /** Changes the ceiling; a lane whose rate was at the ceiling follows it. */
    public synchronized void limitTo(double ceiling) {
        learned.limitTo(ceiling);
        limiter = relearn();
    }

    /** The maximum number of permits per second. */
    public synchronized double ceiling() {
        return learned.ceiling();
    }

    /** The current number of permits per second. */
    public synchronized double rate() {
        return learned.rate();
    }

    /** How long ago the rate was last reduced because WhatsApp reported that it was exceeded; empty if it never was. */
    public synchronized Optional<Duration> sinceLimit() {
        OptionalLong hit = learned.lastHit();
        return hit.isPresent() ? Optional.of(Duration.ofNanos(now() - hit.getAsLong())) : Optional.empty();
    }

    /** The name of the lane. */
    public String name() {
        return name;
    }

    /** A limiter of the new rate that accounts for permits of the old one that are reserved and not yet used. */
    private RateLimiter relearn() {
        RateLimiter next = limiter();
        long reserved = Math.round(Math.max(0, lastPermit - now()) / SECOND * learned.rate() * USED);
        for (long i = 0; i < reserved; i++) {
            next.reservePermission();
        }
        return next;
    }

    /** Short periods with few permits, so that two bursts cannot meet at the boundary of a period. */
    private RateLimiter limiter() {
        double rate = learned.rate() * USED;
        int permits = (int) Math.max(1, Math.floor(rate * SHORTEST_PERIOD.toNanos() / SECOND));
        RateLimiterConfig config = RateLimiterConfig.custom().limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofNanos(Math.round(permits / rate * SECOND)))
                .timeoutDuration(LONGEST_WAIT).build();
        return RateLimiter.of(name, config);
    }
}
