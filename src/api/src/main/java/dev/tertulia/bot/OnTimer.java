package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.TimerFired;

/**
 * Handles a timer that {@link Chat#timer} or {@link Chat#startTimer} has started, also after a restart. A timer that is overdue fires late.
 * It may take the payload as a String or as a record of its type, and the {@code Member} that it was started for.
 */
@Handler(TimerFired.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnTimer {

    /** The name of the timer. */
    String value();
}
