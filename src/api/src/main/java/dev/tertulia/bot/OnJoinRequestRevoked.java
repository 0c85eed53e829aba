package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.JoinRequestRevoked;

/**
 * Handles a join request that was taken back.
 */
@Handler(JoinRequestRevoked.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnJoinRequestRevoked {}
