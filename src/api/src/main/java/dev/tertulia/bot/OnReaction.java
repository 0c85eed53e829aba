package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.Reaction;

/**
 * Handles a reaction that was added to a message or removed. It opens no window, so the answer is a {@link Notice}.
 */
@Handler(Reaction.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnReaction {

    /**
     * The tag of the messages of the same bot to hear of; empty for all messages. With a tag, its payload can be a parameter:
     * a String, or a record as parameter of its own type.
     */
    String to() default "";
}
