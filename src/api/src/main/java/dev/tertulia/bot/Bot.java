package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.inject.Singleton;

/**
 * Marks a class as a bot: one instance, its handler methods found and checked when the program starts. A bot keeps
 * nothing in fields that must survive; that belongs into {@link State}.
 */
@Singleton
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Bot {

    /**
     * Whether it is an example. Examples serve as long as there are no other bots; beside others, only those serve that
     * the setting {@code tertulia.bots} names.
     */
    boolean example() default false;
}
