package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.GroupMessage;

/**
 * Handles what a participant writes, when no command and no mention claimed it first. Buttons and captions count as
 * words.
 */
@Handler(GroupMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnMessage {

    /**
     * A pattern (RE2: linear time) that must be found in the words; named groups {@code (?<day>…)} bind to parameters
     * of that name. Empty takes every message.
     */
    String value() default "";
}
