package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.NumberUpdated;

/**
 * Handles changes of the quality and the limits of the account's phone numbers. It is called once for each of them.
 */
@Handler(NumberUpdated.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnNumberUpdate {}
