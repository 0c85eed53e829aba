package dev.tertulia.store;

/**
 * The exclusive right to handle a group's events for a limited time.
 *
 * @param token grows with every claim of a number, so an older one is known as such
 * @param takenOver whether the claim before it ran out, since who had it died, stalled, or did not reach the store
 */
public record Claim(String group, long token, boolean takenOver) {}
