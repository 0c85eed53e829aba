package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.TemplateUpdated;

/**
 * Handles changes of the account's templates: paused, disabled, in another category. It is called once for each of the
 * account's phone numbers.
 */
@Handler(TemplateUpdated.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnTemplateUpdate {}
