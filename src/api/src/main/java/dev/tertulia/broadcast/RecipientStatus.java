package dev.tertulia.broadcast;

/** The status of a group of a broadcast. */
public enum RecipientStatus {
    /** The message is not queued yet, or was taken back when the broadcast was stopped. */
    WAITING,
    /** The message is in the outbox. */
    QUEUED,
    /** WhatsApp has accepted the message. */
    SENT,
    /** The message waits for the window, for the budget, or for an event of the group. */
    HELD,
    /** Nothing is sent: the window was shut, the notice expired, or an operator discarded it. */
    DROPPED,
    /** WhatsApp refused the message; it is a dead letter. */
    FAILED,
    /** It is unknown whether WhatsApp accepted the message. */
    UNKNOWN
}
