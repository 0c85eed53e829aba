package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.inject.Singleton;

/**
 * Marks a class as a bot. There is one instance, and its handler methods are found and checked when the program starts.
 * Data that must survive belongs in {@link State}, not in fields.
 */
@Singleton
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Bot {

    /**
     * Whether the bot is an example. Examples are active only while there are no other bots, unless the setting
     * {@code tertulia.bots} names them.
     */
    boolean example() default false;

    /**
     * Whether the bot runs together with all others, whichever the setting {@code tertulia.bots} names, and does not count as one
     * of them. It runs if its bean is enabled, so {@code @Requires} decides: moderation runs if there is a rule file.
     */
    boolean companion() default false;
}
