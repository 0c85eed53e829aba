package dev.tertulia.inbox;

/**
 * How much an inbox holds.
 *
 * @param waiting     events in mailboxes
 * @param dead        events that failed for good
 * @param quarantined what could not be read
 */
public record MailCounts(long waiting, long dead, long quarantined) {}
