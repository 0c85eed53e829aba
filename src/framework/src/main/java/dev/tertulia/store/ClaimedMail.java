package dev.tertulia.store;

/**
 * A claimed group and its next event.
 *
 * @param mail counts as opened, as by {@link Inbox#open}
 */
public record ClaimedMail(Claim claim, Mail mail) {}
