package dev.tertulia.throttle;

/** The two streams of requests that WhatsApp limits separately. Neither waits for the other. */
public enum LaneKind {
    /** Messages of the number, limited by 130429. */
    MESSAGES,
    /** Operations on groups, limited by 131208. */
    OPERATIONS
}
