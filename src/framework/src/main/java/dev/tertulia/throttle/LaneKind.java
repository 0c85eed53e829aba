package dev.tertulia.throttle;

/** The two streams that WhatsApp limits apart from each other; neither waits for the other. */
public enum LaneKind {
    /** Messages of the number, limited by 130429. */
    MESSAGES,
    /** Operations on groups, limited by 131208. */
    OPERATIONS
}
