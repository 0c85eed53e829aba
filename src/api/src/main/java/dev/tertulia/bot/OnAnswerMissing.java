package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles questions of the same bot that stay without an answer: the time is over, the person wrote a word such as
 * {@code cancel}, or no answer fitted. It may take the {@link Unanswered} and the {@link dev.tertulia.message.Member} who
 * was asked, and returns a {@link Notice}, since the window may be shut by then.
 */
@Handler
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnAnswerMissing {

    /** The names of the questions, one or more. */
    String[] value();
}
