package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A group that was asked for exists now.
 *
 * @param requestId  the id that the creation was answered with
 * @param inviteLink where people join; some versions of the event leave it out
 */
public record GroupCreated(Origin origin, @Nullable String requestId, String subject, @Nullable String description,
        @Nullable String inviteLink, boolean approvalRequired) implements Event {}
