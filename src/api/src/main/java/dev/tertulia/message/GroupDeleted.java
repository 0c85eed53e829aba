package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/** The deletion of a group for everybody. Earlier events of the group may still arrive. */
public record GroupDeleted(Origin origin, @Nullable String requestId) implements Event {}
