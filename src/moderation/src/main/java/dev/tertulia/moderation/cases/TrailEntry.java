package dev.tertulia.moderation.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as it was read.
 *
 * @param place    its place in the trail
 * @param personal {@code null} if it was erased
 */
record TrailEntry(long place, Instant at, Fact fact, @Nullable Personal personal) {}
