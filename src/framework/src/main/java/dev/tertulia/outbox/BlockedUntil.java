package dev.tertulia.outbox;

import dev.tertulia.graph.GraphError;

/** The event that a parked group waits for. */
public enum BlockedUntil {
    /** It has no members: until somebody joins. */
    UNTIL_JOIN(131020),
    /** It is suspended: until WhatsApp clears it. */
    UNTIL_CLEARED(131207);

    private final int code;

    BlockedUntil(int code) {
        this.code = code;
    }

    /** The error that says so. */
    public int code() {
        return code;
    }

    /** The error that says so, with meaning and advice. */
    public String explain() {
        return new GraphError(0, code, name()).explain();
    }
}
