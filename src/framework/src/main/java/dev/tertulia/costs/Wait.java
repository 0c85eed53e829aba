package dev.tertulia.costs;

import java.time.Instant;

/**
 * The reason why a charged message must wait.
 *
 * @param until when to ask again
 * @param usedUp whether the limit is reached for today; else messages that are being sent may reach it
 * @param reason one clause for the journal
 */
public record Wait(Instant until, boolean usedUp, String reason) {}
