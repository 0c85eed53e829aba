package dev.tertulia.turn;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendDetails.Asked;

/**
 * A question whose message leaves.
 *
 * @param id     id of the message's outbox entry
 * @param bot    stored name of the bot; empty where no bot asks
 * @param member the {@code Member.id()} of the person who may answer; {@code null} for anyone
 */
record AskedQuestion(String id, String bot, String name, @Nullable String member) {

    /** The same question to a person. */
    AskedQuestion to(String person) {
        return new AskedQuestion(id, bot, name, person);
    }

    static AskedQuestion of(Send send) {
        Asked asked = Objects.requireNonNull(send.detail().asks());
        return new AskedQuestion(send.id(), Objects.requireNonNullElse(send.detail().bot(), ""), asked.question(),
                asked.member());
    }
}
