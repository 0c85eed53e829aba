package dev.tertulia.handlers;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.bot.OnJoinRequest;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Content;
import dev.tertulia.message.Events;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.message.PrivateMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** A person writes to the business in a one-to-one chat, and is answered there, by the rules of a window of their own. */
class PrivateChatTest {

    private static final Events ANA = Events.privately(Events.ANA);
    private static final Events GROUP = Events.in("G");
    private static final String CHAT = Origin.person("US.1");

    record Count(int times) {}

    @Bot
    static final class DoorBot {

        @OnPrivateMessage
        PrivateReply hello(PrivateMessage message, Person person, State<Count> count) {
            count.update(before -> new Count(before.times() + 1));
            return PrivateReply.buttons("Hello " + person.member().name() + " " + count.get().times(), "Yes", "No");
        }

        @OnPrivateMessage("(?i)^days$")
        PrivateReply days() {
            return PrivateReply.list("Which day?", "Days", "Monday", "Tuesday");
        }

        @OnCommand(value = "mine", where = Where.PRIVATE)
        String mine() {
            return "private";
        }

        @OnCommand("mine")
        String ours() {
            return "in the group";
        }

        @OnCommand(value = "anywhere", where = Where.ANYWHERE)
        Reply anywhere(IncomingMessage message, Chat chat) {
            chat.startTimer("later", Duration.ofMinutes(1), chat.id());
            return Reply.text("here").quoting(message);
        }

        @OnTimer("later")
        Notice later(String payload, Chat chat) {
            return Reply.text("later " + payload).orHold(Duration.ofHours(1));
        }

        @OnJoinRequest
        void ask(JoinRequested request, Turn turn, Member member) {
            turn.person(member).send(PrivateReply.buttons("Who invited you?", "Ana", "Nobody").orTemplate("door"));
        }

        @OnCommand("group")
        void group(Group group) {
            group.send(Reply.text("group").orDrop());
        }
    }

    private final TestLine line = Bots.line(DoorBot.class);

    @Test
    void answersWithButtonsToThePerson() {
        line.receive(ANA.writes("hi"));

        assertThat(line.graph().asked()).singleElement().satisfies(asked -> {
            assertThat(asked.group()).isEqualTo(CHAT);
            assertThat(asked.what()).isEqualTo("Hello Ana 1 [Yes, No]");
        });
    }

    @Test
    void answersWithAList() {
        line.receive(ANA.writes("days"));

        assertThat(line.said()).containsExactly("Which day? [Monday, Tuesday]");
    }

    @Test
    void choicesAreWords() {
        line.receive(ANA.writes(new Content.ListChoice("d", "days", null)));
        line.receive(ANA.writes(new Content.ButtonTap("days", "id")));

        assertThat(line.said()).containsExactly("Which day? [Monday, Tuesday]", "Which day? [Monday, Tuesday]");
    }

    @Test
    void keepsWhatItStoresApartFromGroups() {
        line.receive(ANA.writes("one"));
        line.receive(Events.privately(Events.BEN).writes("one"));
        line.receive(ANA.writes("two"));

        assertThat(line.said()).containsExactly("Hello Ana 1 [Yes, No]", "Hello Ben 1 [Yes, No]",
                "Hello Ana 2 [Yes, No]");
    }

    @Test
    void commandsAreHeardWhereTheySay() {
        line.receive(ANA.writes("/mine"));
        line.receive(GROUP.says("/mine"));
        line.receive(ANA.writes("/group"));

        assertThat(line.said()).containsExactly("private", "in the group", "Hello Ana 1 [Yes, No]");
    }

    @Test
    void commandsMayBeHeardAnywhere() {
        line.receive(ANA.writes("/anywhere"));
        line.receive(GROUP.says("/anywhere"));

        assertThat(line.graph().asked()).extracting(asked -> asked.group()).containsExactly(CHAT, "G");
        assertThat(line.graph().asked()).allMatch(asked -> asked.action() instanceof Message.FreeForm free
                && free.quotes() != null);
    }

    @Test
    void timersRunThere() {
        line.receive(ANA.writes("/anywhere"));

        line.advance(Duration.ofMinutes(1));

        assertThat(line.graph().asked()).last().satisfies(asked -> {
            assertThat(asked.group()).isEqualTo(CHAT);
            assertThat(asked.what()).isEqualTo("later US.1");
        });
    }

    @Test
    void hasAWindowOfItsOwn() {
        line.receive(GROUP.says("hello"), GROUP.asksToJoin("r1"));
        assertThat(line.said()).containsExactly("template door");

        line.receive(ANA.writes("days"));
        line.receive(GROUP.asksToJoin("r2"));

        assertThat(line.said()).endsWith("Which day? [Monday, Tuesday]", "Who invited you? [Ana, Nobody]");
    }

    @Test
    void holdsWhatMayWaitUntilThePersonWrites() {
        line.receive(ANA.writes("/anywhere"));
        line.clock().advance(Duration.ofDays(2));
        line.settle();
        assertThat(line.said()).containsExactly("here");
    }

    @Test
    void isOneChatWhateverThePersonIsKnownBy() {
        Member byPhone = new Member(null, "16505551234", "Ana", null);
        line.receive(Events.privately(byPhone).writes("one"));
        line.receive(Events.privately(Events.ANA).writes("two"));
        line.receive(Events.privately(byPhone).writes("three"));

        assertThat(line.said()).containsExactly("Hello Ana 1 [Yes, No]", "Hello Ana 2 [Yes, No]",
                "Hello Ana 3 [Yes, No]");
    }

    @Test
    void writesToWhatThePersonIsReachedByToday() {
        Member byPhone = new Member(null, "16505551234", "Ana", null);
        line.receive(Events.privately(byPhone).writes("one"));
        line.receive(Events.privately(Events.ANA).writes("two"));

        assertThat(line.graph().asked()).extracting(asked -> asked.group())
                .containsExactly(Origin.person("16505551234"), Origin.person("US.1"));
    }

    @Bot
    static final class ButtonsInGroup {

        @OnCommand("ask")
        PrivateReply ask() {
            return PrivateReply.buttons("Really?", "Yes");
        }
    }

    @Test
    void refusesButtonsInGroups() {
        Bots.refuses(ButtonsInGroup.class, "ButtonsInGroup.ask() returns PrivateReply, but it is called in groups too,"
                + " where WhatsApp takes no buttons and lists; write @OnPrivateMessage, where ="
                + " OnCommand.Where.PRIVATE or a Person as parameter, or send it with turn.person(member).send(…)");
    }
}
