package dev.tertulia.handlers;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnRemoved;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus.State;

import static org.assertj.core.api.Assertions.assertThat;

/** A question opens when its message leaves, so that nobody answers what nobody was asked. */
class QuestionOpeningTest {

    private static final Events ANA = Events.in("G");
    private static final int WINDOW_SHUT = 131047;

    @Bot
    static final class DayBot {

        @OnJoin
        Notice held() {
            return Reply.text("Which day?").orHold(Duration.ofHours(2)).asking("day");
        }

        @OnLeave
        Notice dropped() {
            return Reply.text("Which day?").orDrop().asking("day");
        }

        @OnRemoved
        Notice template() {
            return Reply.text("Which day?").orTemplate("day").asking("day");
        }

        @OnCommand("book")
        Reply book() {
            return Reply.text("Which day?").asking("day");
        }

        @OnCommand("later")
        void later(Turn turn, Member member) {
            turn.group("H").timer("ask").of(member).start(Duration.ofHours(1));
        }

        @OnTimer("ask")
        Notice ask() {
            return Reply.text("Which day?").orDrop().asking("day");
        }

        @OnAnswer(value = "day", within = "30m")
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

    private final TestLine line = Bots.line(DayBot.class);

    private void say(String... words) {
        for (String one : words) {
            line.receive(ANA.at(line.clock().instant()).says(one));
        }
    }

    @Test
    void waitsWhileItsMessageIsHeld() {
        line.receive(ANA.joins());

        say("hello", "2026-03-31");

        assertThat(line.said()).containsExactlyInAnyOrder("other", "Which day?", "booked 2026-03-31");
    }

    @Test
    void hasItsTimeFromWhenItsMessageLeaves() {
        line.receive(ANA.joins());
        line.advance(Duration.ofHours(1));
        say("hello");

        line.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(line.said()).doesNotContain("too late");
        line.advance(Duration.ofMillis(1));

        assertThat(line.said()).last().isEqualTo("too late");
    }

    @Test
    void neverOpensIfItsMessageIsDropped() {
        line.receive(ANA.leaves());

        say("2026-03-31");
        line.advance(Duration.ofHours(1));

        assertThat(line.said()).containsExactly("other");
        assertThat(line.inbox().timers("G")).isEmpty();
    }

    @Test
    void neverOpensIfItsMessageIsHeldForTooLong() {
        line.receive(ANA.joins());
        line.advance(Duration.ofHours(3));

        say("2026-03-31");

        assertThat(line.said()).containsExactly("other");
    }

    @Test
    void opensWithTheTemplateInPlaceOfItsMessage() {
        line.receive(ANA.isRemoved());

        say("2026-03-31");

        assertThat(line.said()).containsExactly("template day", "booked 2026-03-31");
    }

    @Test
    void neverOpensIfItsMessageIsRefused() {
        line.graph().thenRefuses(400, 131026);

        say("/book", "2026-03-31");
        line.advance(Duration.ofHours(1));

        assertThat(line.said()).containsExactly("Which day?", "other");
    }

    @Test
    void waitsWhileItsMessageIsTriedAgain() {
        line.graph().thenRefuses(400, 131056);
        say("/book", "2026-03-30");
        assertThat(line.said()).hasSize(1);
        line.advance(Duration.ofMinutes(2));

        say("2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "Which day?", "other", "booked 2026-03-31");
    }

    @Test
    void takesAnAnswerThatComesBeforeWhatsAppsOwn() {
        line.graph().meanwhile(() -> line.bring(ANA.says("2026-03-31")));

        say("/book");

        assertThat(line.said()).containsExactly("Which day?", "booked 2026-03-31");
    }

    @Test
    void isOpenWhileItIsUnknownWhetherItsMessageWasSent() {
        line.graph().thenSaysNothing();

        say("/book");
        line.receive(ANA.status(State.SENT, "wamid.late", line.graph().asked().getFirst().callback()));
        say("2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "booked 2026-03-31");
    }

    @Test
    void isNotOpenedAgainByALateStatus() {
        line.graph().thenSaysNothing();
        say("/book", "2026-03-31");

        line.receive(ANA.status(State.SENT, "wamid.late", line.graph().asked().getFirst().callback()));
        say("2026-04-01");

        assertThat(line.said()).containsExactly("Which day?", "booked 2026-03-31", "other");
    }

    @Test
    void closesIfItsMessageFailsAfterAll() {
        say("/book");

        line.receive(ANA.failed("wamid.out1", line.graph().asked().getFirst().callback(), WINDOW_SHUT));
        say("hello", "2026-03-31");

        assertThat(line.said()).containsExactlyInAnyOrder("Which day?", "other", "Which day?", "booked 2026-03-31");
    }

    @Test
    void opensWhenAnOperatorSendsItAgain() {
        line.graph().thenRefuses(400, 131026);
        say("/book", "2026-03-30");

        line.letters().retry(line.letters().list(DeadLetterKind.DEAD_SEND, null, 1).getFirst().id());
        line.settle();
        say("2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "other", "Which day?", "booked 2026-03-31");
    }

    @Test
    void asksTheMemberOfATimerInAnotherGroup() {
        line.receive(Events.in("H").says("hello"));
        say("/later");
        line.advance(Duration.ofHours(1));

        line.receive(Events.in("H").by(Events.BEN).at(line.clock().instant()).says("2026-03-30"));
        line.receive(Events.in("H").at(line.clock().instant()).says("2026-03-31"));

        assertThat(line.said()).containsExactly("other", "Which day?", "other", "booked 2026-03-31");
    }

    @Test
    void opensForAQuestionOutsideOfTurns() {
        line.receive(ANA.says("hello"));

        line.group("G").send(Reply.text("Which day?").orDrop().askingAnyone("day"));
        line.settle();
        say("2026-03-31");

        assertThat(line.said()).containsExactly("other", "Which day?", "booked 2026-03-31");
    }
}
