package dev.tertulia.turn;

import java.util.List;
import java.util.Optional;

/** The questions that the bots of a program may ask: those whose answers have handlers. */
record Questions(List<OpenQuestion.Declared> declared) {

    /**
     * The handler's settings for a question.
     *
     * @param bot stored name of the bot; empty for any
     */
    Optional<OpenQuestion.Declared> find(String bot, String name) {
        return declared.stream().filter(question -> question.name().equals(name)
                && (bot.isEmpty() || question.bot().equals(bot))).findFirst();
    }
}
