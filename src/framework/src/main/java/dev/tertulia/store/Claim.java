package dev.tertulia.store;

/**
 * A group in hand.
 *
 * @param token     grows with every claim of a number, so an older one is known as such
 * @param takenOver whether the claim before it ran out, since who had it died, stalled, or did not reach the store
 */
public record Claim(String group, long token, boolean takenOver) {}
