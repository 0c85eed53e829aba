package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.IncomingMessage;

/**
 * Handles a command such as {@code /hours monday}.
 */
@Handler(IncomingMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnCommand {

    /**
     * The command and its words, without the slash: {@code "hours {day}"}. A word in braces binds to the parameter of
     * that name and is converted to its type; {@code {words...}} at the end takes all that is left, line breaks too, and
     * stays exactly as typed where it is a String. Words in brackets at the end are optional: {@code "pay {amount}
     * [note...]"}; a parameter of one that is missing is null, or an empty {@code Optional}. A word for a {@code Member}
     * is the mention of somebody.
     *
     * <p>Any white space of Unicode separates words. Fixed words are compared as people see them: upper and lower case,
     * composed and decomposed letters are the same, and characters that cannot be seen, such as marks of direction, do
     * not count. A String of one word comes composed and without such marks around it.
     *
     * <p>A word that cannot be converted is refused, and the person is answered with how to write it; no default is used instead:
     * <ul>
     * <li>Numbers have digits of any script, and a point or a comma before decimals. There are no separators of
     * thousands: {@code 1,500} and {@code 1.500} could be read in two ways, and are asked for again.
     * <li>Constants of an enum go by their names in any case, with {@code -} or {@code _}.
     * <li>A boolean is yes, no, on, off, true or false.
     * <li>Dates and times are {@code 2026-03-31}, {@code 9:30}, {@code 2026-03-31T18:00}, or as
     * {@link io.micronaut.core.convert.format.Format @Format} says on the parameter; a Duration is {@code 30s},
     * {@code 10m}, {@code 2h}, {@code 1d} or {@code 1h30m}.
     * </ul>
     */
    String value();

    /** Other words for the fixed words of the command, such as {@code "meet"} for {@code "event {title...}"}. */
    String[] aliases() default {};

    /**
     * What the command does, in one sentence for {@code /help}; or the key of a phrase in the bot's bundles, in braces, such
     * as {@code "{help.event}"}.
     */
    String help() default "";

    /** Whether {@code /help} leaves the command out. */
    boolean hidden() default false;

    /** The chats in which the command is accepted. */
    Where where() default Where.GROUP;

    /** A kind of chat in which a command is accepted. */
    enum Where {
        /** In groups. */
        GROUP,
        /** In one-to-one chats. */
        PRIVATE,
        /** In both. A handler takes an {@code IncomingMessage} and a {@link Chat} then. */
        ANYWHERE
    }
}
