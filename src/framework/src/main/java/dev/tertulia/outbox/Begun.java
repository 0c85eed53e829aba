package dev.tertulia.outbox;

/**
 * An entry in hand: taken from its queue by one attempt of one pump, and not settled yet.
 *
 * @param fence of the pump that settles it
 * @param token of the attempt; empty for an entry that is taken over from an earlier pump
 */
public record Begun(Send send, long fence, String token) {}
