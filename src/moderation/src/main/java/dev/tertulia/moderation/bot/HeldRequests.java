package dev.tertulia.moderation.bot;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Stored;

/**
 * How long the requests to join a group are left to staff.
 *
 * @param until {@code null} if they are not
 */
@Stored("moderation-held-requests")
record HeldRequests(@Nullable Instant until) {

    boolean at(Instant now) {
        return until != null && now.isBefore(until);
    }
}
