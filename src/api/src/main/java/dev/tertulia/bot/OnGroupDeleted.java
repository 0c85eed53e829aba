package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.GroupDeleted;

/**
 * Handles the end of a group. Its labels can still be read; they go with this turn.
 */
@Handler(GroupDeleted.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnGroupDeleted {}
