package dev.tertulia.testkit;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Member;

/** Nobody answers a question that has not left. */
@BotTest(QuestionsInTestsTest.DayBot.class)
class QuestionsInTestsTest {

    @Bot
    static final class DayBot {

        @OnCommand("remind")
        void remind(Group group, Member member) {
            group.timer("reminder").of(member).start(Duration.ofHours(25));
        }

        @OnTimer("reminder")
        Notice reminder() {
            return Reply.text("On which day?").orHold(Duration.ofHours(2)).asking("day");
        }

        @OnCommand("appointment")
        Reply book() {
            return Reply.text("On which day?").asking("day");
        }

        @OnAnswer("day")
        String day(LocalDate day) {
            return "booked " + day;
        }

        @OnAnswerMissing("day")
        Notice missing() {
            return Reply.text("too late").orDrop();
        }

        @OnMessage
        String other() {
            return "other";
        }
    }

    @Test
    void aHeldQuestionIsOpenedByTheMessageThatOpensTheWindowAndNotAnsweredByIt(TestGroup group, TestClock clock) {
        TestMember ana = group.member("Ana");
        ana.says("/remind");
        clock.advance(Duration.ofHours(26));
        group.heardNothing();

        ana.says("2026-01-01");
        group.heard("other");
        group.heard("On which day?");
        ana.says("2026-03-31");

        group.heard("booked 2026-03-31");
        clock.advance(Duration.ofHours(1));
        group.heardNothing();
    }

    @Test
    void aQuestionThatIsRefusedIsNotAsked(TestGroup group, TestWhatsApp whatsApp, TestClock clock,
            TestBots bots) {
        whatsApp.refusesNext(132015);
        TestMember ana = group.member("Ana");

        ana.says("/appointment");
        bots.failedToSend("132015");
        ana.says("2026-03-31");

        group.heard("other");
        clock.advance(Duration.ofHours(1));
        group.heardNothing();
    }

    @Test
    void aQuestionIsAnsweredWhoseAcceptanceWasLost(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.losesNextAnswer();
        TestMember ana = group.member("Ana");

        ana.says("/appointment");
        ana.says("2026-03-31");

        group.heard("On which day?");
        group.heard("booked 2026-03-31");
    }

    @Test
    void aQuestionThatFailsLaterOpensWhenItIsSentAgain(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.failsNextLater();
        TestMember ana = group.member("Ana");

        ana.says("/appointment");
        ana.says("hello");
        ana.says("2026-03-31");

        group.heard("On which day?");
        group.heard("other");
        group.heard("booked 2026-03-31");
    }
}
