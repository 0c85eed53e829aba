package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.OperationFailed;

/**
 * Handles what WhatsApp tells of operations on the group that did not work, whoever asked. {@link OnOperationEnded} is
 * for what the bot asked for itself.
 */
@Handler(OperationFailed.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnOperationFailed {}
