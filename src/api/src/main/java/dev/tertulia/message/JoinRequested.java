package dev.tertulia.message;

/**
 * A person asks to be let in.
 *
 * @param requestId what to approve or reject
 */
public record JoinRequested(Origin origin, Member member, String requestId) implements Event {}
