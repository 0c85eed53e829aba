package dev.tertulia.business;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A group in the list of groups. */
public record GroupSummary(String id, @Nullable String subject, @Nullable Instant creationTimestamp) {}
