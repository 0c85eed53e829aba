package dev.tertulia.handlers;

import jakarta.inject.Singleton;

import io.micronaut.core.annotation.Order;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.After;
import dev.tertulia.bot.Before;
import dev.tertulia.bot.BeforeSend;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Decision;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Outgoing;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.MessageStatus.State;

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
