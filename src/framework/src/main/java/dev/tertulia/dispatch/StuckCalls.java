package dev.tertulia.dispatch;

import dev.tertulia.message.Unrepeatable;

/** Says that calls of a handler cannot be ended. Its stack trace is that of the oldest such call. */
final class StuckCalls extends RuntimeException implements Unrepeatable {

    private static final long serialVersionUID = 1;

    private final boolean left;

    private StuckCalls(String rule, StackTraceElement[] place, boolean left) {
        super(rule);
        this.left = left;
        setStackTrace(place);
    }

    /** A call was just left behind. */
    static StuckCalls left(String handler, StackTraceElement[] place, int count) {
        return new StuckCalls(
                "it did not end in time, nor when it was interrupted, and is still running; " + count + " such "
                        + (count == 1 ? "call" : "calls") + " of " + handler + ", and at " + HandlerThreads.MOST_LEFT
                        + ", or at one that computes, it is not called until one of them ends",
                place, true);
    }

    /** The handler is not called, since too many were left behind. */
    static StuckCalls tooMany(String handler, StackTraceElement[] place, int count) {
        return new StuckCalls("it was not called: " + count + (count == 1 ? " call of " : " calls of ") + handler
                + " did not end when they were interrupted, and are still running; correct them, or restart the program",
                place, false);
    }

    /** Whether a call was just left behind; else the handler was not called. */
    boolean left() {
        return left;
    }

    @Override
    public String rule() {
        return String.valueOf(getMessage());
    }
}
