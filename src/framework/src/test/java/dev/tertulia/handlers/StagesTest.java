package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.core.annotation.Order;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.After;
import dev.tertulia.bot.Before;
import dev.tertulia.bot.BeforeSend;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Decision;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Outgoing;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.Turn;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The stages of an event: methods before, a chain for each bot, methods after, and a look at what leaves. */
class StagesTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class FirstBot {

        @OnJoin
        Notice welcome() {
            return Reply.text("first").orDrop();
        }

        @OnMessage
        String all() {
            return "first hears";
        }

        @OnCommand("pass")
        String pass(Turn turn) {
            turn.pass();
            return "first passes";
        }
    }

    @Bot
    static final class SecondBot {

        @OnJoin
        Notice welcome() {
            return Reply.text("second").orDrop();
        }

        @OnMessage
        String all() {
            return "second hears";
        }

        @OnCommand("stop")
        String stop(Turn turn) {
            turn.stop();
            return "not reached";
        }
    }

    @Test
    void everyBotHearsAJoin() {
        TestLine line = Bots.line(FirstBot.class, SecondBot.class);

        line.receive(IN_GROUP.says("hi"), IN_GROUP.joins());

        assertThat(line.said()).containsExactlyInAnyOrder("first hears", "second hears", "first", "second");
    }

    @Test
    void aBotThatTakesAnEventEndsItForItselfAlone() {
        TestLine line = Bots.line(FirstBot.class, SecondBot.class);

        line.receive(IN_GROUP.says("/pass"));

        assertThat(line.said()).containsExactly("first passes", "first hears", "second hears");
    }

    @Bot
    @Order(-1)
    static final class EarlyBot {

        @OnMessage
        String all() {
            return "early hears";
        }
    }

    @Test
    void orderDecidesBetweenBots() {
        TestLine line = Bots.line(FirstBot.class, EarlyBot.class);

        line.receive(IN_GROUP.says("hi"));

        assertThat(line.said()).containsExactly("early hears", "first hears");
    }

    @Bot
    static final class DoorBot {

        @Before
        void look(GroupMessage message, Turn turn) {
            if (message.text().contains("spam")) {
                turn.stop();
            }
        }

        @Before
        @Order(-1)
        Notice greet(Joined joined) {
            return Reply.text("somebody comes").orDrop();
        }

        @After
        Notice tell(GroupMessage message, Decision decision) {
            return Reply.text(decision.handlers() + (decision.stopped() ? " stopped" : "")).orDrop();
        }
    }

    @Test
    void whoLooksBeforeSeesCommandsOfOthersAndMayStopThem() {
        TestLine line = Bots.line(DoorBot.class, FirstBot.class);

        line.receive(IN_GROUP.says("/pass spam"), IN_GROUP.joins());

        assertThat(line.said()).containsExactly("[DoorBot.look(GroupMessage, Turn)] stopped", "somebody comes",
                "first");
    }

    @Test
    void whoLooksAfterIsToldWhatWasDecided() {
        TestLine line = Bots.line(DoorBot.class, FirstBot.class);

        line.receive(IN_GROUP.says("hi"));

        assertThat(line.said()).containsExactly("first hears",
                "[DoorBot.look(GroupMessage, Turn), FirstBot.all()]");
    }

    @Test
    void onlyBeforeMethodsMayStop() {
        TestLine line = Bots.line(SecondBot.class);

        line.receive(IN_GROUP.says("/stop"));

        assertThat(line.said()).isEmpty();
        assertThat(line.causes()).first().asString().contains("Turn.stop() is for @Before methods");
    }

    @Bot
    static final class CountingBot {

        @Before
        void count(Event event, Group group) {
            group.send(Reply.text(event.getClass().getSimpleName()).orDrop());
        }
    }

    @Test
    void withoutAnEventOfItsOwnKindItSeesAllThereAre() {
        TestLine line = Bots.line(CountingBot.class);

        line.receive(IN_GROUP.says("hi"), IN_GROUP.leaves(), IN_GROUP.status(State.SENT, "wamid.1", null));

        assertThat(line.said()).containsExactly("GroupMessage", "Left", "MessageStatus");
    }

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
                .satisfies(letter -> assertThat(letter.cause()).contains("IllegalStateException at StagesTest.java"));
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

    @Bot
    static final class WrongParameterBot {

        @BeforeSend
        Outgoing sign(String message) {
            return null;
        }
    }

    @Bot
    static final class WrongAnswerBot {

        @BeforeSend
        void sign(Outgoing message) {}
    }

    @Singleton
    static final class NoBot {

        @Before
        void look() {}
    }

    @Test
    void refusesWhatIsWrittenWrong() {
        Bots.refuses(WrongParameterBot.class,
                "WrongParameterBot.sign(String) looks at outgoing messages, so it takes one:"
                        + " write sign(Outgoing message), or Outgoing.FreeForm or Outgoing.ByTemplate");
        Bots.refuses(WrongAnswerBot.class, "WrongAnswerBot.sign(Outgoing) returns void; return the Outgoing that shall"
                + " leave: the one it got, that one changed, or message.stop(\"…\")");
        Bots.refuses(NoBot.class,
                "NoBot.look() handles events, but its class is no bot; write @Bot above class NoBot");
    }
}
