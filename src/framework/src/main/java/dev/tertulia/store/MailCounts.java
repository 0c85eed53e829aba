package dev.tertulia.store;

/**
 * The sizes of an inbox.
 *
 * @param waiting events in mailboxes
 * @param dead events that failed for good
 * @param quarantined parts of deliveries that could not be read
 * @param overflowed events that became dead letters since their group's mailbox was full, from the beginning on
 */
public record MailCounts(long waiting, long dead, long quarantined, long overflowed) {

    /** The sizes of an inbox whose mailboxes were never full. */
    public MailCounts(long waiting, long dead, long quarantined) {
        this(waiting, dead, quarantined, 0);
    }
}
