package dev.tertulia.outbox;

/** What a parked group waits for. */
public enum Park {
    /** Nobody is in it (131020): until somebody joins. */
    UNTIL_JOIN,
    /** It is suspended (131207): until WhatsApp clears it. */
    UNTIL_CLEARED
}
