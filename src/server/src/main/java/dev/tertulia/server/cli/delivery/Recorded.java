package dev.tertulia.server.cli.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A recorded delivery.
 *
 * @param at   when it was recorded; {@code null} if that is unknown
 * @param body the JSON that was delivered
 */
record Recorded(@Nullable Instant at, String body) {}
