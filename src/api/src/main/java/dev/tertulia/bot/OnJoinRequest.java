package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.JoinRequested;

/**
 * Handles a person asking to be let in; approve or reject through {@link Group}.
 */
@Handler(JoinRequested.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnJoinRequest {}
