package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Looks at an event after the handlers of all bots, also if a {@link Before} method stopped it. It is called for events
 * of the type that its parameter has, and for all events if it has no such parameter. A {@link Decision} parameter tells
 * what was decided. What it returns must be a {@link Notice}, or a {@link Reply} if it takes a {@code GroupMessage}.
 */
@Handler
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface After {}
