package dev.tertulia.outbox;

/**
 * Who goes first when several groups, or several turns in a group, have something to send. What one turn asks of one
 * conversation leaves in the order written whatever its priorities; what is of the same priority, in the order of the
 * turns.
 */
public enum Priority {
    /** Operations on groups; also pins, invitations and marks of reading. */
    MODERATION,
    /** All that is said in a turn whose event opens the window, such as a message. */
    REPLY,
    /** What is said in other turns, such as those of joins and timers, and by {@code Groups} outside of any. */
    NOTICE,
    /** Broadcasts. */
    BROADCAST
}
