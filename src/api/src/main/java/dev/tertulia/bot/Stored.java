package dev.tertulia.bot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which something is stored: the values of a record that bots keep in a {@link State}, or the schedules of
 * a bot. Without this annotation it is the simple name of the class. A class that is renamed keeps what was stored if it
 * says its former name here; moving it to another package changes nothing.
 *
 * <p>Two records of one program cannot have the same name, and the program does not start with them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stored {

    /** The name: 1 to 64 letters, digits, hyphens and underscores, such as {@code "poll"}. */
    String value() default "";

    /**
     * Whether all bots that keep this record share what is stored under its name. Unless they do, each bot has a value of its
     * own, under its own stored name and the record's.
     */
    boolean shared() default false;
}
