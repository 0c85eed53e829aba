package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.MemberChanged;

/**
 * Handles a member being known under another phone number or user id, or turning out to be another one that was known.
 */
@Handler(MemberChanged.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnMemberChanged {}
