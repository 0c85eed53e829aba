package dev.tertulia.turn;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A question that waits for its answer.
 *
 * @param id id of the outbox entry of its message
 * @param bot stored name of the bot that asked
 * @param name name of the question
 * @param member the {@code Member.id()} of the person who may answer; {@code null} for anyone
 * @param until the time at which it ends
 * @param left how many more answers that do not fit are asked for again
 */
public record OpenQuestion(String id, String bot, String name, @Nullable String member, Instant until, int left) {

    /**
     * A question that a bot may ask, as the handler of its answers declares it.
     *
     * @param bot stored name of the bot
     * @param attempts how many answers that do not fit are asked for again
     * @param within time in which it is open
     */
    public record Declared(String bot, String name, int attempts, Duration within) {}

    boolean isFor(String person) {
        return member == null || member.equals(person);
    }

    /** The question, for the person who has another id by now. */
    OpenQuestion moved(String before, String after) {
        return before.equals(member) ? new OpenQuestion(id, bot, name, after, until, left) : this;
    }

    /** The question after an answer that did not fit. */
    public OpenQuestion afterMistake() {
        return new OpenQuestion(id, bot, name, member, until, left - 1);
    }
}
