package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Looks at an event before the handlers of all bots. It is called for events of the type that its parameter has, and for
 * all events if it has no such parameter. It may end the event with {@link Turn#stop}: then no other handler is called.
 * Among several, {@code @Order} decides. What it returns must be a {@link Notice}, or a {@link Reply} if it takes a
 * {@code GroupMessage}.
 */
@Handler
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Before {}
