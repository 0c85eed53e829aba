package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only staff use a handler: the people whose user ids or phone numbers are in the setting {@code tertulia.staff}, and in
 * groups with a label those in {@code tertulia.label-staff.<label>}. A command is answered with a sentence that says so; any
 * other event goes on to the next handler.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Staff {}
