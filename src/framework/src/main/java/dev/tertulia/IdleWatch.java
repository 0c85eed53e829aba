package dev.tertulia;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells whether a line has nothing to do, so that its store need not be asked every second. Any signal, turn or send ends
 * this, and so does work that is due soon, by whichever process it was stored.
 */
final class IdleWatch {

    /** How long nothing has happened. */
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** Longer than the pause between two looks of an idle line. */
    private static final Duration SOON = Duration.ofSeconds(6);
    /** Each of so many looks is a complete round, which repairs what no signal tells of. */
    private static final int LOOKS_PER_ROUND = 20;

    private final Line line;
    private volatile long lastActive = System.nanoTime();
    private int looks;

    IdleWatch(Line line) {
        this.line = line;
    }

    /** Something happens. */
    void active() {
        lastActive = System.nanoTime();
    }

    /** Looks whether there is something to do. */
    Pace pace() {
        if (isActive()) {
            looks = 0;
            return Pace.ACTIVE;
        }
        Optional<Duration> due = line.stores().agenda().untilDue(line.now());
        if (due.filter(left -> left.compareTo(SOON) <= 0).isPresent()) {
            looks = 0;
            active();
            line.wake();
            return Pace.ACTIVE;
        }
        if (isActive()) {
            return Pace.ACTIVE;
        }
        if (line.stores().agenda().leave(line.now(), SOON)) {
            looks = 0;
            return Pace.DORMANT;
        }
        return ++looks % LOOKS_PER_ROUND == 0 ? Pace.ACTIVE : Pace.IDLE;
    }

    /** Whether something happened a moment ago, or is in progress in this process. */
    boolean isActive() {
        return System.nanoTime() - lastActive < QUIET.toNanos() || line.dispatcher().inHand() > 0
                || !line.pump().isQuiet();
    }
}
