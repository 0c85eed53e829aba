package dev.tertulia.server.settings;

/** How much the log tells of handlers that fail. */
public enum LogFailures {
    /** Which handler, what kind of exception, and where: nothing that anybody wrote. */
    PLACE,
    /** Message and stack trace as well, which may hold what people wrote. */
    FULL
}
