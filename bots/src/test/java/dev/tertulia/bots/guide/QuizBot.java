package dev.tertulia.bots.guide;

import java.time.Duration;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Member;
import dev.tertulia.message.Reaction;

@Bot
final class QuizBot {

    record Question(String text, int answer) {}

    private static final Question QUESTION = new Question("How many continents are there?", 7);

    @OnCommand(value = "quiz", help = "Asks a question; the first right answer wins.")
    Reply ask() {
        return Reply.text(QUESTION.text()).askingAnyone("quiz").tagged("quiz", QUESTION).pinned(Duration.ofDays(1));
    }

    @OnAnswer(value = "quiz", attempts = 20, within = "1m")
    Reply answer(int number, Member member) {
        return number == QUESTION.answer()
                ? Reply.text(member.name() + " wins!")
                : Reply.text("No, " + member.name() + ".").askingAnyone("quiz");
    }

    @OnAnswerMissing("quiz")
    Notice over() {
        return Reply.text("Time is up. It is " + QUESTION.answer() + ".").orDrop();
    }

    @OnReaction(to = "quiz")
    Notice liked(Reaction reaction, Question question, Member member) {
        return Reply.text(member.name() + " reacts to: " + question.text()).orDrop();
    }
}
