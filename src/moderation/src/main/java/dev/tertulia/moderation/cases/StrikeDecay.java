package dev.tertulia.moderation.cases;

import java.time.Duration;
import java.time.Instant;

/**
 * How strikes lapse: so many after each full period since the person had none.
 *
 * @param every zero if strikes never lapse
 */
public record StrikeDecay(Duration every, int by) {

    /** Strikes never lapse. */
    public static final StrikeDecay NEVER = new StrikeDecay(Duration.ZERO, 0);

    /** Strikes at a moment. */
    record Level(int strikes, Instant since) {}

    Level add(Level before, Instant at, int more) {
        Level now = at(before, at);
        return new Level(now.strikes() + more, now.strikes() == 0 ? at : now.since());
    }

    Level at(Level before, Instant at) {
        if (every.isZero() || before.strikes() == 0 || at.isBefore(before.since())) {
            return before;
        }
        long periods = Duration.between(before.since(), at).dividedBy(every);
        long left = Math.max(0, before.strikes() - periods * by);
        return new Level((int) left, before.since().plus(every.multipliedBy(periods)));
    }
}
