package dev.tertulia.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The mark of a number that may have work, which all processes see in one sweep over the numbers. Whoever stores work marks
 * the number first, and works on it by itself; the others look if the mark is still there after some seconds. Work is
 * stored under a mark for a short while; so a mark that is older, and under which nothing is due, can be moved to when
 * something is, or taken away. A crash between the two costs a look and loses nothing.
 */
final class WorkMark {

    /** How long work may be stored without another mark. */
    private static final Duration HOLDS = Duration.ofMillis(1_500);
    /** From when on no work is stored under a mark; longer by the two seconds that a script may take, and more. */
    private static final Duration OLD = Duration.ofSeconds(5);
    /** When other processes look: after an idle line has taken its mark away. */
    private static final Duration OTHERS_LOOK = Duration.ofSeconds(7);
    /** Processes look before work is due, by more than the pause between two sweeps. */
    private static final Duration AHEAD = Duration.ofSeconds(3);
    private static final long NEVER = Long.MIN_VALUE;

    private final RedisConnection redis;
    private final String number;
    private final Lock marking = new ReentrantLock();
    private final AtomicLong lastSet = new AtomicLong(NEVER);

    WorkMark(RedisConnection redis, String number) {
        this.redis = redis;
        this.number = number;
    }

    /** Marks the number, unless that was done a moment ago. Of several threads at once, one does it for all. */
    void set() {
        if (holds()) {
            return;
        }
        marking.lock();
        try {
            if (!holds()) {
                long now = System.nanoTime();
                Scripts.number(redis, call(Script.MARK).args(OTHERS_LOOK.toMillis()));
                lastSet.set(now);
            }
        } finally {
            marking.unlock();
        }
    }

    private boolean holds() {
        long last = lastSet.get();
        return last != NEVER && System.nanoTime() - last < HOLDS.toNanos();
    }

    /** The mark, {@code ""} if there is none; empty if it is not old. */
    Optional<String> old() {
        return Scripts.text(redis, call(Script.MARKED).args(OTHERS_LOOK.toMillis(), OLD.toMillis()));
    }

    /**
     * Moves a mark to shortly before work is due, or takes it away.
     *
     * @return whether it was moved, so that nobody has set it since
     */
    boolean move(String mark, Optional<Duration> untilDue) {
        long look = untilDue.map(due -> Math.max(0, due.minus(AHEAD).toMillis())).orElse(-1L);
        return Scripts.number(redis, call(Script.UNMARK).args(mark, look)) == 1;
    }

    private Call call(Script script) {
        return new Call(script).keys(MarkedNumbers.key(number)).args(number);
    }
}
