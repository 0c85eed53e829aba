package dev.tertulia.emulator;

/** A kind of call with a limit of its own, and with faults of its own. */
enum CallKind {
    MESSAGES(ApiError.THROUGHPUT),
    OPERATIONS(ApiError.OPERATIONS),
    /** Any GET but that of a file; faults only. */
    QUESTIONS(ApiError.APP_LIMIT),
    /** What the file host is asked for; faults only. */
    FILES(ApiError.APP_LIMIT);

    private final ApiError error;

    CallKind(ApiError error) {
        this.error = error;
    }

    /** What a call gets that is above the limit. */
    ApiError error() {
        return error;
    }
}
