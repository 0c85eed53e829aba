package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.MessageStatus;

/**
 * Handles how far a message of ours has come: sent, delivered, read, played or failed.
 */
@Handler(MessageStatus.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnStatus {}
