package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Picture;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.graph.Jpegs;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** What a turn asks of its group is written down and carried out after the turn, in its order. */
class GroupOperationsTest {

    private static final Picture PICTURE = new Picture(Jpegs.of(192, 192));
    private static final Template INVITATION = Template.of("come", Template.INVITE_LINK);

    @Bot
    static final class OwnerBot {

        @OnCommand("everything")
        String everything(Group group) {
            group.remove(Events.BEN);
            group.rename("Tea");
            group.describe("All about tea");
            group.resetInviteLink();
            group.approve("request-1");
            group.reject("request-2");
            return "done";
        }

        @OnCommand("pins")
        void pins(Group group) {
            group.pin("wamid.1", 7);
            group.unpin("wamid.2");
        }

        @OnCommand("more")
        void more(Group group) {
            group.changePicture(PICTURE);
            group.approve(List.of("request-1", "request-2"));
            group.reject(List.of("request-3", "request-4"));
            group.markRead("wamid.1");
            group.invite(Member.ofPhone("16505551234"), INVITATION);
            group.invite(new Member("US.7", null, null, null), INVITATION);
        }

        @OnCommand("pin for {days}")
        void pin(Group group, int days) {
            group.pin("wamid.1", days);
        }

        @OnCommand("rename")
        void rename(Group group) {
            group.rename(" ");
        }

        @OnCommand("late")
        void late(Group group) {
            group.send(Reply.text("late").orHold(Duration.ofHours(3)).expires(Duration.ofHours(1)));
        }
    }

    private final TestLine line = Bots.line(OwnerBot.class);

    @Test
    void operationsLeaveInTheirOrder() {
        line.receive(Events.in("G").says("/everything"));

        List<Action> operations = line.graph().asked().stream().map(asked -> asked.action())
                .filter(action -> action instanceof GroupOperation).toList();
        assertThat(operations).containsExactly(new GroupOperation.RemoveMembers(List.of("US.2")),
                new GroupOperation.ChangeSettings("Tea", null),
                new GroupOperation.ChangeSettings(null, "All about tea"),
                new GroupOperation.ResetInviteLink(), new GroupOperation.ApproveRequests(List.of("request-1")),
                new GroupOperation.RejectRequests(List.of("request-2")));
        assertThat(line.said()).contains("done");
    }

    @Test
    void picturesRequestsMarksAndInvitationsLeaveToo() {
        line.receive(Events.in("G").says("/more"));

        assertThat(line.graph().asked()).extracting(asked -> (Object) asked.action()).containsExactlyInAnyOrder(
                new GroupOperation.ChangePicture(PICTURE),
                new GroupOperation.ApproveRequests(List.of("request-1", "request-2")),
                new GroupOperation.RejectRequests(List.of("request-3", "request-4")), new Message.MarkRead("wamid.1"),
                new Message.Invite("16505551234", INVITATION), new Message.Invite("US.7", INVITATION));
    }

    @Test
    void pinsAreMessages() {
        line.receive(Events.in("G").says("/pins"));

        assertThat(line.said()).containsExactly("Pin[messageId=wamid.1, days=7]", "Unpin[messageId=wamid.2]");
    }

    @Test
    void eachEntryIsOnTheTrailOfTheEventItComesFrom() {
        var event = Events.in("G").says("/pins");

        line.receive(event);

        assertThat(line.inbox().effects().getFirst().sends()).extracting(send -> CorrelationId.ofSend(send.id()))
                .containsOnly(CorrelationId.of(event)).hasSize(2);
    }

    @Test
    void eachEntryHasAnIdOfItsOwnThatWhatsAppGivesBack() {
        line.receive(Events.in("G").says("/everything"), Events.in("G").says("/pins"));

        assertThat(line.graph().asked()).extracting("callback").doesNotHaveDuplicates().hasSize(9)
                .allMatch(id -> id.toString().matches("[0-9a-f]{32}\\.[0-9a-f]{16}"));
    }

    @Test
    void whatWhatsAppWouldRefuseFailsInTheTurn() {
        line.receive(Events.in("G").says("/pin for 31"), Events.in("G").says("/rename"));

        assertThat(line.inbox().deadLetters()).containsExactly(
                "OwnerBot.pin(Group, int) failed, and trying again cannot help: dev.tertulia.message.InvalidArgument: pin for 31 days:"
                        + " WhatsApp takes 1 to 30",
                "OwnerBot.rename(Group) failed, and trying again cannot help: dev.tertulia.message.InvalidArgument: a subject of 0"
                        + " characters: WhatsApp takes 1 to 128");
    }

    @Test
    void whatExpiresIsNotSentLater() {
        line.receive(Events.in("G").at(Events.NOW.minus(Duration.ofDays(2))).says("/late"));

        line.clock().advance(Duration.ofHours(2));
        line.receive(Events.in("G").at(line.clock().instant()).says("hi"));

        assertThat(line.said()).isEmpty();
    }
}
