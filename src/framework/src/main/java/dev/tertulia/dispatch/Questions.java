package dev.tertulia.dispatch;

import java.util.List;
import java.util.Optional;

/** The questions that the bots of a program may ask: those whose answers have handlers. */
record Questions(List<Triggers.Answer> answers) {

    /**
     * The handler's settings for a question.
     *
     * @param bot stored name of the bot; empty for any
     */
    Optional<Triggers.Answer> find(String bot, String question) {
        return answers.stream().filter(answer -> answer.question().equals(question)
                && (bot.isEmpty() || answer.bot().equals(bot))).findFirst();
    }
}
