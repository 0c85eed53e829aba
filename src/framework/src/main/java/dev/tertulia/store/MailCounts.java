package dev.tertulia.store;

/**
 * How much an inbox holds.
 *
 * @param waiting     events in mailboxes
 * @param dead        events that failed for good
 * @param quarantined what could not be read
 * @param overflowed  events that became dead letters since their group's mailbox was full, from the beginning on
 */
public record MailCounts(long waiting, long dead, long quarantined, long overflowed) {

    /** Counts of an inbox in which no mailbox was ever full. */
    public MailCounts(long waiting, long dead, long quarantined) {
        this(waiting, dead, quarantined, 0);
    }
}
