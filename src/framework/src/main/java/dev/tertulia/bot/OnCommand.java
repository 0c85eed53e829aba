package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.GroupMessage;

/**
 * Handles a command such as {@code /hours monday}.
 */
@Handler(GroupMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnCommand {

    /**
     * The command and its words, without the slash: {@code "hours {day}"}. A word in braces binds to the parameter of
     * that name and is converted to its type; {@code {words...}} at the end takes all that is left, line breaks too.
     */
    String value();
}
