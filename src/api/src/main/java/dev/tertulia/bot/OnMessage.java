package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.GroupMessage;

/**
 * Handles a message that no command and no mention handler of the same bot took. Button labels and captions count as
 * text.
 */
@Handler(GroupMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnMessage {

    /**
     * A pattern (RE2: linear time) that must be found in the text; named groups {@code (?<day>…)} bind to parameters
     * of that name and are converted as those of {@link OnCommand}. The empty pattern matches every message.
     *
     * <p>{@code \w}, {@code \d} and {@code \s} know all scripts, and so do {@code \W}, {@code \D} and {@code \S}; within
     * brackets {@code \W} and {@code \S} know ASCII alone. {@code (?i)} knows upper and lower case of all letters, one for
     * one: {@code ß} is not {@code SS}. {@code \b} sees the letters a to z alone, so a pattern that has it beside another
     * letter is refused when the program starts. Letters are compared composed. A message that does not fit as it was
     * typed is looked at once more without the characters that cannot be seen.
     */
    String value() default "";

    /** Whether the message must also mention the bot, as for {@link OnMention}. */
    boolean mentioned() default false;
}
