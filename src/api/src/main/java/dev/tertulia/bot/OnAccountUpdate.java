package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.AccountUpdated;

/**
 * Handles measures of WhatsApp against the business account: restricted, disabled, reinstated. It is called once for each
 * of the account's phone numbers.
 */
@Handler(AccountUpdated.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnAccountUpdate {}
