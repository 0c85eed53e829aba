package dev.tertulia.journal;

import org.slf4j.MDC;

/**
 * The fields that log entries have besides their text, for logs that programs read: the phone number id, the
 * conversation, the event or message, and the trace. They contain no text that people wrote, and no phone number.
 */
public final class LogFields {

    public static final String NUMBER = "number";
    public static final String GROUP = "group";
    public static final String EVENT = "event";
    public static final String TRACE = "trace_id";
    public static final String STEP = "step";

    private LogFields() {}

    /** Gives all further entries of this thread these fields. Empty values are left out. */
    public static void put(String number, String group, String event, String trace) {
        put(NUMBER, number);
        put(GROUP, LogText.ofId(group));
        put(EVENT, LogText.ofId(event));
        put(TRACE, trace);
    }

    private static void put(String field, String value) {
        if (!value.isEmpty()) {
            MDC.put(field, value);
        }
    }

    /** Ends the fields of this thread. */
    public static void clear() {
        MDC.remove(NUMBER);
        MDC.remove(GROUP);
        MDC.remove(EVENT);
        MDC.remove(TRACE);
    }
}
