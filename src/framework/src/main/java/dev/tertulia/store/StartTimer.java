package dev.tertulia.store;

import java.time.Instant;

/**
 * A timer to start.
 *
 * @param id unique within the group
 */
public record StartTimer(String group, String name, String id, Instant at, String payload) {}
