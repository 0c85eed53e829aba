package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * A question that stays without an answer, for {@link OnAnswerMissing}.
 *
 * @param question the name of the question
 * @param member   the person who was asked; {@code null} if anyone could answer
 */
public record Unanswered(String question, @Nullable Member member, Reason reason) {

    /** Why there is no answer. */
    public enum Reason {
        /** The time of the question is over. */
        TIME_IS_UP,
        /** The person wrote a word such as {@code cancel}. */
        CANCELLED,
        /** The answers did not fit, as many times as the question allows. */
        NOT_UNDERSTOOD
    }
}
