package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.Event;

/**
 * Handles the event that a handler could not, after the last retry; a {@link Failure} parameter says why. What it
 * returns must be a {@link Notice}.
 */
@Handler(Event.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnError {}
