package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The removal of a person by the business. The person cannot come back by the invite link.
 *
 * @param requestId WhatsApp's id of the request
 */
public record Removed(Origin origin, Member member, @Nullable String requestId) implements Event {}
