package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a {@link State} for each member of each group instead of one for the group. It follows a member whose phone
 * number or user id changes. When two members turn out to be one person, the state of the one known longer is kept, and
 * the other's only if that one has none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PerMember {}
