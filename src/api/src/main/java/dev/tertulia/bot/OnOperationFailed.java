package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.OperationFailed;

/**
 * Handles WhatsApp's report of a failed group operation, whoever requested it. For operations that the bot requested
 * itself use {@link OnOperationEnded}.
 */
@Handler(OperationFailed.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnOperationFailed {}
