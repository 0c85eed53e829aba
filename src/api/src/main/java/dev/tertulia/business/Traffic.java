package dev.tertulia.business;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** How many messages there were in a time; {@code null} is what Meta did not tell. */
public record Traffic(Instant start, Instant end, @Nullable Long sent, @Nullable Long delivered,
        @Nullable Long groupsSent, @Nullable Long groupsDelivered, @Nullable Long groupsReceived) {}
