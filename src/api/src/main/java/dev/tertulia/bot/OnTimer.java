package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.TimerFired;

/**
 * Handles a timer that {@link Group#startTimer} set, also after a restart; late rather than never.
 */
@Handler(TimerFired.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnTimer {

    /** The name that the timer was set with. */
    String value();
}
