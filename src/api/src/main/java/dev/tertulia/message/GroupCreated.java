package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The creation of a group that was requested.
 *
 * @param requestId  WhatsApp's id of the request
 * @param inviteLink the invite link; some versions of the event omit it
 */
public record GroupCreated(Origin origin, @Nullable String requestId, String subject, @Nullable String description,
        @Nullable String inviteLink, boolean approvalRequired) implements Event {}
