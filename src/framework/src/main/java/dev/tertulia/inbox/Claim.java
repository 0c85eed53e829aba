package dev.tertulia.inbox;

/**
 * A group in hand.
 *
 * @param token grows with every claim of a number, so an older one is known as such
 */
public record Claim(String group, long token) {}
