package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.SendFailed;

/**
 * Handles a message of the business that failed for good, or was dropped because its time was over. It returns a
 * {@link Notice}; take care not to answer one failure with the next.
 *
 * <p>Templates that take its place in a shut window count as the message itself.
 */
@Handler(SendFailed.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnSendFailed {

    /** The tag of the messages to hear of; empty for all messages. With a tag, its payload can be a parameter. */
    String of() default "";
}
