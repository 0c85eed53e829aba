package dev.tertulia.handler;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Unanswered;
import dev.tertulia.phrases.Phrase;
import dev.tertulia.turn.OpenQuestion;

/**
 * The match of a handler's trigger with an event.
 *
 * @param words      words for the parameters, by name
 * @param usage      how to write a command that was written wrong, to be answered instead of a call
 * @param question   the question that the event answers
 * @param unanswered the question that stays without an answer
 * @param payload    payload of the tag or timer: text, or a record as JSON
 */
public record Match(Map<String, String> words, @Nullable Phrase usage, @Nullable OpenQuestion question,
        @Nullable Unanswered unanswered, @Nullable String payload) {

    /** A match without words. */
    public static final Match PLAIN = new Match(Map.of(), null, null, null, null);

    static Match of(Map<String, String> words) {
        return new Match(words, null, null, null, null);
    }

    static Match misused(Phrase usage) {
        return new Match(Map.of(), usage, null, null, null);
    }

    static Match answering(OpenQuestion question) {
        return new Match(Map.of(), null, question, null, null);
    }

    static Match unanswered(Unanswered question) {
        return new Match(Map.of(), null, null, question, null);
    }

    static Match withPayload(@Nullable String payload) {
        return new Match(Map.of(), null, null, null, payload);
    }
}
