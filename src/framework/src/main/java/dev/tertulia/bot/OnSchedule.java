package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.TimerFired;

/**
 * Handles moments that come again, such as every weekday at nine: once over all replicas, late rather than never. What
 * was missed while no replica ran is handled once. With several phone numbers it is called for each of them.
 *
 * <p>A schedule belongs to no group, so its handler returns nothing and acts through {@link Groups} or
 * {@link dev.tertulia.broadcast.Broadcasts}. It may take the {@link TimerFired}, whose payload is the moment that was
 * meant, such as {@code 2026-03-02T08:00:00Z}. Like every turn it may be repeated after a failure.
 */
@Handler(TimerFired.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnSchedule {

    /**
     * Minute, hour, day of the month, month, day of the week, as cron reads them: {@code "0 9 * * MON-FRI"}. Fixed hours
     * go by the clock on the wall: what falls into the hour that summer time skips comes an hour later, and in the hour
     * that comes twice it comes once.
     */
    String value();

    /** The time zone, such as {@code Europe/Madrid}. */
    String zone() default "UTC";
}
