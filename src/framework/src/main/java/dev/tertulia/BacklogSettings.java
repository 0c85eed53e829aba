package dev.tertulia;

/**
 * How much of a number's work may wait before its door is shut.
 *
 * @param events in mailboxes
 * @param sends  in the outbox, without those that only an event can set free
 */
public record BacklogSettings(int events, int sends) {

    /** The settings unless configured. */
    public static final BacklogSettings USUAL = new BacklogSettings(100_000, 200_000);
}
