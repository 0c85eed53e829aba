package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.Reaction;

/**
 * Handles an emoji put on a message or taken off. Opens no window, so answers are a {@link Notice}.
 */
@Handler(Reaction.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnReaction {}
