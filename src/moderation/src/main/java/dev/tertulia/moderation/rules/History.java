package dev.tertulia.moderation.rules;

import java.time.Duration;

/**
 * The messages that are kept for back-tests.
 *
 * @param keep how long
 */
public record History(Duration keep) {}
