package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.IncomingMessage;

/**
 * Handles a message that quotes a message of the same bot with a certain tag. It may take the tag's payload: a String, or a
 * record as parameter of its own type. With a {@code GroupMessage} or {@code PrivateMessage} as parameter it is called for
 * that kind of message alone.
 */
@Handler(IncomingMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnQuote {

    /** The tag. */
    String value();
}
