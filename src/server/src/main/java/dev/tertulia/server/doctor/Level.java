package dev.tertulia.server.doctor;

import java.util.Locale;

/** How good or bad a finding is. */
public enum Level {
    /** What was checked is right. */
    OK,
    /** It could not be checked, because something else has to be right first, or is not configured. */
    SKIPPED,
    /** It works now, and may not for long, or not well. */
    WARNING,
    /** It keeps bots from working. */
    PROBLEM,
    /** It did not answer. */
    UNREACHABLE;

    /** The word for people and programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has to do something. */
    boolean bad() {
        return compareTo(SKIPPED) > 0;
    }
}
