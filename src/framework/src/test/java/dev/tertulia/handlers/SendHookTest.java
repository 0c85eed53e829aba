package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import io.micronaut.core.annotation.Order;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.BeforeSend;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Outgoing;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** A method looks at each message before it leaves, and may change or stop it. */
class SendHookTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class FooterBot {

        @BeforeSend
        Outgoing sign(Outgoing.FreeForm message) {
            return message.body() instanceof Body.Text text
                    ? message.with(new Body.Text(text.words() + " -- the club", text.preview()))
                    : message;
        }

        @BeforeSend
        @Order(1)
        Outgoing look(Outgoing message) {
            return switch (message) {
                case Outgoing.FreeForm free when free.body().toString().contains("secret") -> free.stop("it is secret");
                case Outgoing.ByTemplate template -> template.with(Template.of("other"));
                default -> message;
            };
        }

        @OnMessage
        Notice answer(GroupMessage message) {
            return switch (message.text()) {
                case "fail" -> Reply.text("fail").orDrop();
                case "quote" -> Reply.text("quoted").quoting(message).orDrop();
                default -> Reply.text(message.text()).orTemplate("hello");
            };
        }
    }

    @Test
    void whatLeavesMayBeChangedOrStopped() {
        TestLine line = Bots.line(FooterBot.class);

        line.receive(IN_GROUP.says("tea"), IN_GROUP.says("secret"), IN_GROUP.says("quote"));

        assertThat(line.said()).containsExactly("tea -- the club", "quoted -- the club");
        assertThat(line.journal(Step.DROPPED)).containsExactly("FooterBot.look(Outgoing) stopped it: it is secret");
    }

    @Test
    void theSameGoesForTemplatesAndBroadcasts() {
        TestLine line = Bots.line(FooterBot.class);

        line.broadcasts().start(Broadcast.toGroups("news", Reply.text("news").orTemplate("hello"), List.of("H")));
        line.settle();

        assertThat(line.said()).singleElement().asString().contains("other");
    }

    @Bot
    static final class BrokenFooterBot {

        @BeforeSend
        Outgoing sign(Outgoing message) {
            throw new IllegalStateException("no footer");
        }

        @OnCommand("hi")
        String hi() {
            return "hi";
        }
    }

    @Test
    void aMethodThatFailsIsAFailedAttempt() {
        TestLine line = Bots.line(BrokenFooterBot.class);

        line.receive(IN_GROUP.says("/hi"));
        for (int minute = 0; minute < 60; minute++) {
            line.advance(Duration.ofMinutes(1));
        }

        assertThat(line.said()).isEmpty();
        assertThat(line.letters().list(DeadLetterKind.DEAD_SEND, null, 10)).singleElement()
                .satisfies(letter -> assertThat(letter.cause()).contains("IllegalStateException at SendHookTest.java"));
    }

    @Bot
    static final class EndlessFooterBot {

        private static volatile boolean over;

        @BeforeSend
        Outgoing sign(Outgoing message) {
            while (!over) {
                Thread.onSpinWait();
            }
            return message;
        }

        @OnCommand("hi")
        String hi() {
            return "hi";
        }
    }

    @Test
    void aMethodThatRunsOnIsToldOf() {
        TurnSettings usual = Bots.SETTINGS;
        TestLine line = Bots.line(new TurnSettings("/", usual.mentions(), Duration.ofMillis(50), 2,
                usual.firstRetry(), usual.replyHold()), EndlessFooterBot.class);

        line.receive(IN_GROUP.says("/hi"));
        EndlessFooterBot.over = true;

        assertThat(line.said()).isEmpty();
        assertThat(line.journal(Step.HANDLER_STUCK)).singleElement().asString()
                .contains("EndlessFooterBot.sign(Outgoing)");
    }
}
