package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/** A group is gone for everybody; events from before may still arrive. */
public record GroupDeleted(Origin origin, @Nullable String requestId) implements Event {}
