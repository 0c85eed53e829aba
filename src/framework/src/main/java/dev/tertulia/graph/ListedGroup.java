package dev.tertulia.graph;

import java.time.Instant;

/** A group as the list of groups has it. */
public record ListedGroup(String id, String subject, Instant createdAt) {}
