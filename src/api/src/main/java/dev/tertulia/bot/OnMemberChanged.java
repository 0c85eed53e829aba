package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.MemberChanged;

/**
 * Handles a change of a member's phone number or user id, and two known members turning out to be one person.
 */
@Handler(MemberChanged.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnMemberChanged {}
