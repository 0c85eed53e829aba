package dev.tertulia.server.settings;

/** How much the log shows of handler failures. */
public enum LogFailures {
    /** The handler, the type of the exception and its place, but no text that people wrote. */
    PLACE,
    /** Also the message and stack trace, which may contain text that people wrote. */
    FULL
}
