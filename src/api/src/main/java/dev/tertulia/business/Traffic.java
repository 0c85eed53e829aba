package dev.tertulia.business;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The numbers of messages in a period; {@code null} for what Meta does not report. */
public record Traffic(Instant start, Instant end, @Nullable Long sent, @Nullable Long delivered,
        @Nullable Long groupsSent, @Nullable Long groupsDelivered, @Nullable Long groupsReceived) {}
