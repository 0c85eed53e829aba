package dev.tertulia.turn;

import java.util.Optional;

import dev.tertulia.bot.Unanswered;
import dev.tertulia.message.Event;
import dev.tertulia.store.Tags.TaggedMessage;

/** An event as triggers look at it, with what is stored about it. */
public interface EventView {

    Event event();

    /** The open question of a bot that the message of the event may answer. */
    default Optional<OpenQuestion> question(String bot, String name) {
        return Optional.empty();
    }

    /** The question of a bot that the event ends without an answer. */
    default Optional<Unanswered> unanswered(String bot, String name) {
        return Optional.empty();
    }

    /** The message of a bot that the event is about, if the bot tagged it. */
    default Optional<TaggedMessage> tagged(String bot) {
        return Optional.empty();
    }

    /** A view of an event of which nothing else is known. */
    static EventView of(Event event) {
        return () -> event;
    }
}
