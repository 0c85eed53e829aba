package dev.tertulia.testkit;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.OnOperationEnded;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.WireError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** Operations requested outside of turns work against the emulated WhatsApp. */
@BotTest(OutsideOperationsTest.TellingBot.class)
class OutsideOperationsTest {

    @Bot
    static final class TellingBot {

        @OnOperationEnded
        void ended(OperationEnded event, Conversation conversation) {
            if (conversation instanceof Group group) {
                group.send(Reply.text(event.operation().kind() + " " + event.operation().state()).orDrop());
            }
        }
    }

    private static Operation end(Groups groups, Operation asked) throws InterruptedException {
        assertThat(asked.state()).isEqualTo(State.ASKED);
        return groups.await(asked.id(), Duration.ofSeconds(1));
    }

    @Test
    void aNewGroupHasItsLink(Groups groups) throws InterruptedException {
        Operation ended = end(groups, groups.create(NewGroup.called(" Tea ").describedAs("Only tea").withApproval()));

        assertThat(ended.state()).isEqualTo(State.DONE);
        assertThat(ended.group()).startsWith("Y2FwaV9ncm91cD");
        assertThat(ended.result().inviteLink()).startsWith("https://chat.whatsapp.com/");
    }

    @Test
    void aCreationThatFailsSaysWhy(Groups groups, TestWhatsApp whatsApp) throws InterruptedException {
        whatsApp.failsNextOperation();

        Operation ended = end(groups, groups.create(NewGroup.called("Tea")));

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.result().errors()).extracting(WireError::code).containsExactly(131000);
    }

    @Test
    void aCreationThatIsRefusedHasFailed(Groups groups, TestWhatsApp whatsApp) throws InterruptedException {
        whatsApp.refusesNext(131214);

        Operation ended = end(groups, groups.create(NewGroup.called("Tea")));

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.result().errors()).extracting(WireError::code).containsExactly(131214);
    }

    @Test
    void aCreationWithoutAnAnswerIsKnownByItsWebhook(Groups groups, TestWhatsApp whatsApp) throws InterruptedException {
        whatsApp.losesNextOperationAnswer();

        assertThat(end(groups, groups.create(NewGroup.called("Tea"))).state()).isEqualTo(State.DONE);
    }

    @Test
    void whoIsNoMemberCannotBeRemoved(Groups groups, TestGroup group) throws InterruptedException {
        TestMember ana = group.member("Ana");
        group.member("Ben").says("hi");

        Operation ended = end(groups, groups.group(group.id())
                .remove(List.of(Member.ofPhone(ana.phone()), Member.ofPhone("4915100000000"))));

        assertThat(ended.state()).isEqualTo(State.PARTLY_DONE);
        assertThat(ended.result().items()).extracting(Item::name, Item::done).containsExactly(
                tuple(ana.phone(), true),
                tuple("4915100000000", false));
        group.heard("REMOVE PARTLY_DONE");
    }

    @Test
    void settingsMayFail(Groups groups, TestGroup group, TestWhatsApp whatsApp) throws InterruptedException {
        whatsApp.failsNextOperation();

        Operation ended = end(groups, groups.group(group.id()).rename("Tea"));

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.result().items()).extracting(Item::name).containsExactly("group_subject");
    }

    @Test
    void aGroupIsDeleted(Groups groups, TestGroup group) throws InterruptedException {
        assertThat(end(groups, groups.group(group.id()).delete()).state()).isEqualTo(State.DONE);
    }

    @Test
    void linkAndPinEndWithTheirAnswers(Groups groups, TestGroup group) throws InterruptedException {
        String message = group.member("Ana").says("hi");

        Operation link = end(groups, groups.group(group.id()).resetInviteLink());
        Operation pin = end(groups, groups.group(group.id()).pin(message, 3));

        assertThat(link.result().inviteLink()).startsWith("https://chat.whatsapp.com/");
        assertThat(pin.state()).isEqualTo(State.DONE);
    }

    @Test
    void anUnknownIdIsRefused(Groups groups) {
        assertThat(groups.operation(new OperationId("x"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> groups.await(new OperationId("x"), Duration.ZERO))
                .withMessage("operation 'x' is not known; use an id that a call of this number returned in the last 30"
                        + " days");
    }

    @Test
    void whatWhatsAppWouldRefuseIsRefusedAtOnce(Groups groups, TestGroup group) {
        refused(() -> groups.create(NewGroup.called(" ")), "a subject of 0 characters: WhatsApp takes 1 to 128");
        refused(() -> groups.create(NewGroup.called("x".repeat(129))),
                "a subject of 129 characters: WhatsApp takes 1 to 128");
        refused(() -> groups.create(NewGroup.called("Tea").describedAs("x".repeat(2049))),
                "a description of 2049 characters: WhatsApp takes 2048 at most");
        refused(() -> groups.group(group.id()).remove(List.of()), "remove 0 people: WhatsApp takes 1 to 8");
        refused(() -> groups.group(group.id()).remove(List.of(Member.ofPhone("1"), Member.ofPhone("1"))),
                "remove names somebody twice: [1, 1]");
    }

    private static void refused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }
}
