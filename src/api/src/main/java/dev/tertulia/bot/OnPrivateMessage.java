package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.PrivateMessage;

/**
 * Handles a private message, in the one-to-one chat with a person, that no command and no answer of the same bot took.
 * Button labels, rows of lists and captions count as text.
 */
@Handler(PrivateMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnPrivateMessage {

    /**
     * A pattern as that of {@link OnMessage} that must be found in the text; the empty pattern matches every message.
     */
    String value() default "";
}
