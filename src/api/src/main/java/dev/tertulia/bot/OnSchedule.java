package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.TimerFired;

/**
 * Runs at recurring times, such as every weekday at nine: once over all replicas. Times that passed while no replica ran
 * are handled once. With several phone numbers it is called for each of them.
 *
 * <p>A schedule without {@link #groups} belongs to no group, so its handler returns nothing and sends through {@link Groups} or
 * {@link dev.tertulia.broadcast.Broadcasts}. It may take the {@link TimerFired}, whose payload is the moment that was
 * meant, such as {@code 2026-03-02T08:00:00Z}. Like every turn it may be repeated after a failure.
 */
@Handler(TimerFired.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnSchedule {

    /**
     * Minute, hour, day of the month, month, day of the week, as cron reads them: {@code "0 9 * * MON-FRI"}. Each is a
     * value, a range, a list or {@code *}, with a step if need be ({@code 8-18/2}); months and days of the week may be
     * named, and Sunday is 0, 7 or {@code SUN}.
     *
     * <p>Where both fields of days are restricted, either is enough: {@code "0 9 1,15 * MON"} comes on the 1st, on the
     * 15th and on every Monday. Where one of them begins with a star, both must hold: {@code "0 9 * * MON"} comes on
     * Mondays. What never comes, such as 30 February, is refused when the program starts.
     *
     * <p>Fixed hours go by the clock on the wall: what falls into the hour that summer time skips comes an hour later,
     * and in the hour that comes twice it comes once.
     */
    String value();

    /**
     * The label of groups: the handler is called in each group that bears it then, with its {@code Group} and {@code State},
     * and returns a {@link Notice}. Without a label it is called once, in no group.
     */
    String groups() default "";

    /** The time zone, such as {@code Europe/Madrid}. */
    String zone() default "UTC";
}
