package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.MessageStatus;

/**
 * Handles the status of a message that the business sent: sent, delivered, read, played or failed. Events of this kind
 * are frequent: with such a handler every status takes a turn.
 */
@Handler(MessageStatus.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnStatus {

    /** The tag of the messages of the same bot to hear of; empty for all messages. With a tag, its payload can be a parameter. */
    String of() default "";
}
