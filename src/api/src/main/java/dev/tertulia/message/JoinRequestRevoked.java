package dev.tertulia.message;

/** A person took their join request back. */
public record JoinRequestRevoked(Origin origin, Member member, String requestId) implements Event {}
