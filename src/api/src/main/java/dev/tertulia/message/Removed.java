package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The business removed a person, who cannot come back by the invite link.
 *
 * @param requestId the id that the removal was answered with
 */
public record Removed(Origin origin, Member member, @Nullable String requestId) implements Event {}
