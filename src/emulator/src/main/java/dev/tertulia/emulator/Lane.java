package dev.tertulia.emulator;

/** A kind of call with a limit of its own, and with faults of its own. */
enum Lane {
    MESSAGES(GraphError.THROUGHPUT),
    OPERATIONS(GraphError.OPERATIONS),
    /** Any GET but that of a file; faults only. */
    QUESTIONS(GraphError.APP_LIMIT),
    /** What the file host is asked for; faults only. */
    FILES(GraphError.APP_LIMIT);

    private final GraphError error;

    Lane(GraphError error) {
        this.error = error;
    }

    /** What a call gets that is above the limit. */
    GraphError error() {
        return error;
    }
}
