package dev.tertulia.outbox;

/**
 * The order between several groups, or several turns of a group, that have something to send. What one turn asks of one
 * conversation leaves in the order written whatever its priorities; what is of the same priority, in the order of the
 * turns.
 */
public enum Priority {
    /** Operations on groups; also pins, invitations and marks of reading. */
    MODERATION,
    /** Messages of a turn whose event opens the window, such as a message. */
    REPLY,
    /** Messages of other turns, such as those of joins and timers, and of {@code Groups} outside of turns. */
    NOTICE,
    /** Broadcasts. */
    BROADCAST
}
