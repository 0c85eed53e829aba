package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many messages a second, and no more than one second's worth saved up. */
final class Bucket {
    private int perSecond;
    private double tokens;
    private Instant filled = Instant.MIN;

    int perSecond() {
        return perSecond;
    }

    /** Sets the limit; 0 lifts it. */
    void limit(int messagesPerSecond) {
        if (messagesPerSecond < 0) {
            throw new IllegalArgumentException("A limit is 0 (none) or more messages a second, not %d."
                    .formatted(messagesPerSecond));
        }
        perSecond = messagesPerSecond;
        tokens = messagesPerSecond;
    }

    boolean take(Instant now) {
        if (perSecond == 0) {
            return true;
        }
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private void fill(Instant now) {
        if (filled.isBefore(now)) {
            double seconds = filled.equals(Instant.MIN) ? 0 : Duration.between(filled, now).toNanos() / 1e9;
            tokens = Math.min(perSecond, tokens + seconds * perSecond);
            filled = now;
        }
    }
}
