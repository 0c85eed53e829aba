package dev.tertulia.message;

/** The withdrawal of a join request by the person. */
public record JoinRequestRevoked(Origin origin, Member member, String requestId) implements Event {}
