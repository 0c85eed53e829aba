package dev.tertulia.message;

/**
 * A request to join the group.
 *
 * @param requestId the id to approve or reject it by
 */
public record JoinRequested(Origin origin, Member member, String requestId) implements Event {}
