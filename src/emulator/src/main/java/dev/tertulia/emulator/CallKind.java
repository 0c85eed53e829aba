package dev.tertulia.emulator;

/** Kind of a Graph API call. Each kind has its own rate limit and faults. */
enum CallKind {
    MESSAGES(ApiError.THROUGHPUT),
    OPERATIONS(ApiError.OPERATIONS),
    /** Any GET except a download; faults only. */
    QUESTIONS(ApiError.APP_LIMIT),
    /** A download of a file; faults only. */
    FILES(ApiError.APP_LIMIT);

    private final ApiError error;

    CallKind(ApiError error) {
        this.error = error;
    }

    /** Returns the error of a call that exceeds the limit. */
    ApiError error() {
        return error;
    }
}
