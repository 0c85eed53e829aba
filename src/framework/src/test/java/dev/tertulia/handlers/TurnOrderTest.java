package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;

import static org.assertj.core.api.Assertions.assertThat;

/** What a turn asks of a group leaves in the order written, over both lanes, whatever becomes of each. */
class TurnOrderTest {

    private static final Events IN_GROUP = Events.in("G");
    private static final Events IN_OTHER = Events.in("H");
    private static final String RENAME = "ChangeSettings[subject=Tea, description=null]";
    private static final String PIN = "Pin[messageId=wamid.1, days=1]";
    private static final String DELETE = "DeleteGroup[]";

    @Bot
    static final class OrderlyBot {

        @OnCommand("bye")
        String bye(Group group) {
            group.delete();
            return "Goodbye";
        }

        @OnCommand("bye-all")
        List<String> byeAll(Group group, Turn turn) {
            group.delete();
            group.rename("Tea");
            turn.pass();
            return List.of("Good", "bye");
        }

        @OnMessage("^/bye-all$")
        void next(Group group) {
            group.send(Reply.text("and thanks").orDrop());
        }

        @OnCommand("two")
        String two(Group group) {
            group.send(Reply.text("one").orDrop());
            return "two";
        }

        @OnCommand("mixed")
        List<Reply> mixed(Group group) {
            group.send(Reply.text("one").orTemplate("one"));
            group.rename("Tea");
            group.pin("wamid.1", 1);
            group.send(Reply.text("two").orDrop());
            group.markRead("wamid.1");
            return List.of(Reply.text("three"), Reply.text("four").orDrop());
        }

        @OnCommand("say-and-rename")
        void sayAndRename(Group group) {
            group.send(Reply.text("one").orHold(Duration.ofHours(12)));
            group.rename("Tea");
        }

        @OnCommand("rename-and-say")
        String renameAndSay(Group group) {
            group.rename("Tea");
            return "renamed";
        }

        @OnCommand("create")
        String create(Turn turn) {
            turn.create(NewGroup.called("Tea"));
            return "created";
        }

        @OnCommand("pin")
        void pin(Group group) {
            group.pin("wamid.1", 1);
        }

        @OnCommand("rename")
        void rename(Group group) {
            group.rename("Tea");
        }

        @OnCommand("say {words...}")
        String say(String words) {
            return words;
        }

        @OnCommand("later")
        void later(Group group) {
            group.startTimer("later", Duration.ofHours(30));
        }

        @OnTimer("later")
        Notice timer(Group group) {
            group.rename("Tea");
            group.send(Reply.text("one").orTemplate("one"));
            group.delete();
            return Reply.text("held").orHold(Duration.ofHours(12));
        }

        @OnJoin
        Notice joined(Group group) {
            group.pin("wamid.1", 1);
            group.send(Reply.text("a template").orTemplate("hello"));
            group.rename("Tea");
            return Reply.text("another").orTemplate("bye");
        }

        @OnLeave
        Notice left(Group group) {
            group.delete();
            return Reply.text("Goodbye").orTemplate("bye");
        }
    }

    private final TestLine line = Bots.line(OrderlyBot.class);

    @Test
    void saysGoodbyeBeforeTheGroupIsDeleted() {
        line.receive(IN_GROUP.says("/bye"));

        assertThat(line.said()).containsExactly("Goodbye", DELETE);
    }

    @Test
    void deletesAfterAllThatTheTurnWantsOfItsHandlersToo() {
        line.receive(IN_GROUP.says("/bye-all"));

        assertThat(line.said()).containsExactly(RENAME, "Good", "bye", "and thanks", DELETE);
    }

    @Test
    void whatIsSentComesBeforeWhatIsReturned() {
        line.receive(IN_GROUP.says("/two"));

        assertThat(line.said()).containsExactly("one", "two");
    }

    @Test
    void messagesAndOperationsLeaveAsWritten() {
        line.receive(IN_GROUP.says("/mixed"));

        assertThat(line.said()).containsExactly("one", RENAME, PIN, "two", "MarkRead[messageId=wamid.1]", "three",
                "four");
    }

    @Test
    void anOperationLeavesBeforeWhatIsSaidOfIt() {
        line.receive(IN_GROUP.says("/rename-and-say"));

        assertThat(line.said()).containsExactly(RENAME, "renamed");
    }

    @Test
    void aCreationLeavesBeforeWhatIsSaidOfIt() {
        line.receive(IN_GROUP.says("/create"));

        assertThat(line.said()).hasSize(2).last().isEqualTo("created");
    }

    @Test
    void noticesLeaveAsWritten() {
        line.receive(IN_GROUP.joins());

        assertThat(line.said()).containsExactly(PIN, "template hello", RENAME, "template bye");
    }

    @Test
    void oneThatIsTriedAgainIsWaitedFor() {
        line.graph().thenRefuses(503, 133004);
        line.receive(IN_GROUP.says("/say-and-rename"));
        assertThat(line.said()).containsExactly("one");

        line.advance(Duration.ofMillis(250));

        assertThat(line.said()).containsExactly("one", "one", RENAME);
    }

    @Test
    void aLimitOfTheNumberKeepsTheOrder() {
        line.graph().thenRefuses(400, 130429).thenRefuses(400, 130429);

        line.receive(IN_GROUP.says("/say-and-rename"));

        assertThat(line.said()).containsExactly("one", "one", "one", RENAME);
    }

    @Test
    void aLimitOfOperationsDelaysOnlyWhatIsWrittenBehind() {
        line.graph().thenRefuses(400, 131208).thenRefuses(400, 131208);

        line.receive(IN_GROUP.says("/rename-and-say"), IN_OTHER.says("/say hello"));

        assertThat(line.said()).endsWith(RENAME, "renamed").contains("hello");
        assertThat(line.said().indexOf("hello")).isLessThan(line.said().lastIndexOf(RENAME));
    }

    @Test
    void aGroupThatMustWaitDelaysNoOther() {
        line.graph().thenRefuses(400, 131056);

        line.receive(IN_GROUP.says("/say-and-rename"));
        line.receive(IN_OTHER.says("/say-and-rename"));
        assertThat(line.said()).containsExactly("one", "one", RENAME);

        line.advance(Duration.ofSeconds(1));
        assertThat(line.said()).containsExactly("one", "one", RENAME, "one", RENAME);
    }

    @Test
    void anotherTurnWaitsOnlyInTheSameQueue() {
        line.graph().thenRefuses(400, 131056);
        line.receive(IN_GROUP.says("/say-and-rename"));

        line.receive(IN_GROUP.says("/pin"), IN_GROUP.says("/rename"));
        assertThat(line.said()).containsExactly("one", PIN);

        line.advance(Duration.ofSeconds(1));
        assertThat(line.said()).containsExactly("one", PIN, "one", RENAME, RENAME);
    }

    @Test
    void anUnknownOutcomeIsWaitedForUntilAStatusComes() {
        line.graph().thenSaysNothing();
        line.receive(IN_GROUP.says("/say-and-rename"));
        assertThat(line.said()).containsExactly("one");

        line.receive(IN_GROUP.status(State.SENT, "wamid.9", line.graph().asked().getFirst().callback()));

        assertThat(line.said()).containsExactly("one", RENAME);
    }

    @Test
    void anUnknownOutcomeIsWaitedForUntilItIsRepeated() {
        line.graph().thenSaysNothing();
        line.receive(IN_GROUP.says("/say-and-rename"));
        line.advance(Duration.ofSeconds(119));
        assertThat(line.said()).containsExactly("one");

        line.advance(Duration.ofSeconds(1));

        assertThat(line.said()).containsExactly("one", "one", RENAME);
    }

    @Test
    void whatIsHeldGivesUpItsPlace() {
        line.receive(IN_GROUP.at(Events.NOW.minus(Duration.ofHours(25))).says("/say-and-rename"));
        assertThat(line.said()).containsExactly(RENAME);

        line.receive(IN_GROUP.says("hi"));

        assertThat(line.said()).containsExactly(RENAME, "one");
    }

    @Test
    void whatIsDroppedGivesUpItsPlace() {
        line.receive(IN_GROUP.at(Events.NOW.minus(Duration.ofHours(25))).says("/mixed"));

        assertThat(line.said()).containsExactly("template one", RENAME, PIN, "MarkRead[messageId=wamid.1]");
    }

    @Test
    void whatFailsForGoodGivesUpItsPlace() {
        line.graph().thenRefuses(400, 131051);

        line.receive(IN_GROUP.says("/say-and-rename"));

        assertThat(line.said()).containsExactly("one", RENAME);
    }

    @Test
    void aParkedGroupKeepsTheOrder() {
        line.graph().thenRefuses(400, 131207);
        line.receive(IN_GROUP.says("/say-and-rename"));
        assertThat(line.said()).containsExactly("one");

        line.receive(IN_GROUP.cleared());

        assertThat(line.said()).containsExactly("one", "one", RENAME);
    }

    @Test
    void aGroupIsDeletedAlthoughNobodyIsInItToHearGoodbye() {
        line.graph().thenRefuses(400, 131020);

        line.receive(IN_GROUP.leaves());

        assertThat(line.said()).containsExactly("template bye", DELETE);
    }

    @Test
    void nothingIsHeldForAGroupThatIsDeleted() {
        line.receive(IN_GROUP.says("/later"));

        line.advance(Duration.ofHours(30));

        assertThat(line.said()).containsExactly(RENAME, "template one", DELETE);
        line.receive(IN_GROUP.says("hi"));
        assertThat(line.said()).hasSize(3);
    }

    @Test
    void theOrderHoldsAfterARestart() {
        line.graph().thenRefuses(400, 131056);
        line.receive(IN_GROUP.says("/say-and-rename"));

        TestLine restarted = line.restarted();
        restarted.settle();
        assertThat(restarted.said()).isEmpty();
        restarted.advance(Duration.ofSeconds(1));

        assertThat(restarted.said()).containsExactly("one", RENAME);
    }
}
