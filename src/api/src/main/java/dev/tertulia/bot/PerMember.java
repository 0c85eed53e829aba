package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a {@link State} for each member of each group, instead of one for the group. It follows a member whose phone number
 * or user id changes. Where two members turn out to be one, the state of who was known first stays; the other's is kept
 * only where there is none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PerMember {}
