package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.IncomingMessage;

/**
 * Handles the answer to a question that a reply of the same bot asked with {@code .asking} or {@code .askingAnyone}: the
 * next message that is no command, in the group or private chat of the question.
 *
 * <p>A parameter that is nothing else takes the answer, converted to its type as the words of {@link OnCommand} are: text,
 * numbers, dates, times, durations, enums, yes or no, and all that the {@code ConversionService} knows. A
 * {@code Content.Media}, {@code Content.Location} or {@code Content.Contacts} takes such a message. What does not fit is
 * asked for again in the language of the chat. With a {@code GroupMessage} or {@code PrivateMessage} as parameter it is
 * called for that kind of message alone.
 */
@Handler(IncomingMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnAnswer {

    /** The name of the question. */
    String value();

    /** How many answers that do not fit are asked for again, 0 to 20. After that {@link OnAnswerMissing} is called. */
    int attempts() default 3;

    /** How long the question stays open, such as {@code 15m}, {@code 2h} or {@code 7d}; at most 30 days. */
    String within() default "15m";
}
