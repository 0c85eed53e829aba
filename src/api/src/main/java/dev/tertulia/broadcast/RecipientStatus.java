package dev.tertulia.broadcast;

/** Where a group of a broadcast stands. */
public enum RecipientStatus {
    /** Its entry has not been made, or came back when the broadcast was stopped. */
    WAITING,
    /** Its entry is in the outbox. */
    QUEUED,
    /** WhatsApp has taken the message on. */
    SENT,
    /** Its entry waits for the window, for the budget, or for an event of the group. */
    HELD,
    /** Nothing is sent: the window was shut, the notice expired, or a person discarded it. */
    DROPPED,
    /** WhatsApp refused it; it is a dead letter. */
    FAILED,
    /** WhatsApp was asked, and nobody knows yet whether it took the message on. */
    UNKNOWN
}
