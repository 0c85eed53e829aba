package dev.tertulia.emulator;

/** A kind of call with a limit of its own, and with faults of its own. */
enum Lane {
    MESSAGES(GraphError.THROUGHPUT),
    OPERATIONS(GraphError.OPERATIONS);

    private final GraphError error;

    Lane(GraphError error) {
        this.error = error;
    }

    /** What a call gets that is above the limit. */
    GraphError error() {
        return error;
    }
}
