package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.micronaut.context.annotation.Executable;

import dev.tertulia.message.Event;

/**
 * The mark that all {@code @On…} annotations share. One processor finds every method that carries it, so an
 * annotation of your own that carries it needs no further code.
 */
@Executable(processOnStartup = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Handler {

    /** The kind of event that the handler takes. */
    Class<? extends Event> value() default Event.class;
}
