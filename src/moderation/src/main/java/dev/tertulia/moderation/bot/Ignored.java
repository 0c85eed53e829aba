package dev.tertulia.moderation.bot;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Stored;

/**
 * How long the bots do not serve a member of a group.
 *
 * @param until {@code null} if they do
 */
@Stored("moderation-ignored")
record Ignored(@Nullable Instant until) {

    boolean at(Instant now) {
        return until != null && now.isBefore(until);
    }
}
