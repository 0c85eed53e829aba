package dev.tertulia.testkit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnOperationEnded;
import dev.tertulia.bot.OnSendFailed;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.SendFailed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A test says what WhatsApp refuses, loses and mixes up, and bots hear of it. */
@BotTest(WhatsAppInTestsTest.SenderBot.class)
class WhatsAppInTestsTest {

    record Count(int receipts) {}

    @Bot
    static final class SenderBot {

        @OnCommand("send {words...}")
        Reply send(String words) {
            return Reply.text(words).tagged("sent", words);
        }

        @OnStatus(of = "sent")
        @Nullable
        Notice receipt(MessageStatus status, State<Count> count) {
            if (status.state() == MessageStatus.State.READ) {
                count.update(before -> new Count(before.receipts() + 1));
            }
            return status.state() == MessageStatus.State.PLAYED
                    ? Reply.text("played by " + status.participant().name()).orDrop()
                    : null;
        }

        @OnCommand("remove {people...}")
        void remove(Group group, String people) {
            group.remove(group.members().stream().filter(member -> people.contains(member.name()))
                    .toList());
        }

        @OnSendFailed(of = "sent")
        Notice failed(SendFailed failure, String words) {
            return Reply.text(words + " failed with " + failure.code()).orDrop();
        }

        @OnCommand("rename {subject}")
        void rename(Group group, String subject) {
            group.rename(subject);
        }

        @OnOperationEnded
        Notice ended(OperationEnded ended) {
            return Reply.text(ended.operation().kind() + " " + ended.operation().state()).orDrop();
        }
    }

    @Test
    void refusesForGood(TestGroup group, TestWhatsApp whatsApp, TestBots bots) {
        whatsApp.refusesNext(132015);
        group.member("Ana").says("/send tea");

        group.heard("tea failed with 132015");
        bots.failedToSend("132015");
    }

    @Test
    void refusesForNow(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.refusesNext(130429);
        group.member("Ana").says("/send tea");

        group.heard("tea");
    }

    @Test
    void losesAnAnswer(TestGroup group, TestWhatsApp whatsApp, TestClock clock) {
        whatsApp.losesNextAnswer();
        group.member("Ana").says("/send tea");

        clock.advance(Duration.ofMinutes(10));

        group.heard("tea");
        group.heardNothing();
    }

    @Test
    void deliversTwiceAndInAnyOrder(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.deliversTwice();
        group.member("Ana").says("/send tea");
        group.heard("tea");
        whatsApp.deliversInAnyOrder();
        whatsApp.sendsReceiptsInDisorder();
        group.member("Ben").says("/send coffee");

        group.heard("coffee");
        group.heardNothing();
        assertThat(group.kept(SenderBot.class, Count.class)).contains(new Count(3));
    }

    @Test
    void sendsNoReceipts(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.sendsNoReceipts();
        group.member("Ana").says("/send tea");

        group.heard("tea");
        assertThat(group.kept(SenderBot.class, Count.class)).isEmpty();
    }

    @Test
    void failsAnOperation(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.failsNextOperation();
        group.member("Ana").says("/rename tea");
        group.heard("SETTINGS FAILED");

        group.member("Ana").says("/rename tea");
        group.heard("SETTINGS DONE");
        group.isCalled("tea");
    }

    @Test
    void failsPartOfAnOperation(TestGroup group, TestWhatsApp whatsApp) {
        group.member("Ana").says("hello");
        group.member("Ben").says("hello");
        whatsApp.failsPartOfNextOperation();
        group.member("Eve").says("/remove Ana Ben");

        group.heard("REMOVE PARTLY_DONE");
        assertThat(group.memberNames()).hasSize(2).contains("Eve");
    }

    @Test
    void losesTheAnswerToAnOperation(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.losesNextOperationAnswer();
        group.member("Ana").says("/rename tea");

        group.heard("SETTINGS DONE");
        group.isCalled("tea");
    }

    @Test
    void sendsTheReceiptsOfEachMember(TestGroup group, TestWhatsApp whatsApp) {
        whatsApp.sendsNoReceipts();
        TestMember ana = group.member("Ana");
        TestMember ben = group.member("Ben");
        ana.says("/send tea");
        Heard tea = group.heard("tea");

        ana.receives(tea);
        assertThat(group.kept(SenderBot.class, Count.class)).isEmpty();
        ana.reads(tea);
        assertThat(group.kept(SenderBot.class, Count.class)).contains(new Count(1));
        ben.reads(tea);
        assertThat(group.kept(SenderBot.class, Count.class)).contains(new Count(2));
        ben.plays(tea);
        group.heard("played by Ben");
    }

    @Test
    void countsDeliveries(TestGroup group) {
        group.member("Ben");
        group.member("Ana").says("/send tea");

        group.heard("tea");
        assertThat(group.deliveries()).isEqualTo(2);
    }

    @Test
    void namesTheCodesThatItKnows(TestWhatsApp whatsApp) {
        assertThatIllegalArgumentException().isThrownBy(() -> whatsApp.refusesNext(7))
                .withMessageContaining("130429").withMessageEndingWith("not with 7");
    }
}
