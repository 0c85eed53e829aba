package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.Reply;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.outbox.OutboxSettings;
import dev.tertulia.store.Claim;

import static org.assertj.core.api.Assertions.assertThat;

/** A report is settled while a handler of its group hangs: it is not behind the handler in the mailbox. */
class ReportsBesideHandlersTest {

    private static final Duration UNKNOWN_WAIT = OutboxSettings.USUAL.unknownWait();

    @Bot
    static class AskedBot {

        @OnCommand("ask")
        Reply ask() {
            return Reply.text("answer");
        }

        @OnCommand("reset")
        void reset(Group group) {
            group.rename("Tea");
        }
    }

    /** Wants statuses, too. */
    @Bot
    static class CuriousBot extends AskedBot {

        @OnStatus
        Notice told(MessageStatus status) {
            return Reply.text("it is " + status.state()).orDrop();
        }
    }

    /** Takes the group in hand as a replica whose handler hangs, and renews the claim. */
    private static List<Claim> hangs(TestLine line) {
        line.bring(Events.in("G").says("/hang"));
        List<Claim> claims = line.inbox().claim(10, Duration.ofDays(1));
        assertThat(claims).hasSize(1);
        return claims;
    }

    @ParameterizedTest
    @ValueSource(classes = {AskedBot.class, CuriousBot.class})
    void anUnknownSendIsNotRepeatedAfterItsStatus(Class<?> bot) {
        TestLine line = Bots.line(bot);
        line.graph().thenSaysNothing();
        line.receive(Events.in("G").says("/ask"));
        String id = line.graph().asked().getLast().callback();
        hangs(line);

        line.receive(Events.in("G").status(State.DELIVERED, "wamid.1", id));
        line.advance(UNKNOWN_WAIT.multipliedBy(3));

        assertThat(line.said()).containsExactly("answer");
    }

    @ParameterizedTest
    @ValueSource(classes = {AskedBot.class, CuriousBot.class})
    void withoutAStatusItIsRepeated(Class<?> bot) {
        TestLine line = Bots.line(bot);
        line.graph().thenSaysNothing();
        line.receive(Events.in("G").says("/ask"));
        hangs(line);

        line.advance(UNKNOWN_WAIT);

        assertThat(line.said()).containsExactly("answer", "answer");
    }

    @Test
    void anOperationEndsByItsReport() {
        TestLine line = Bots.line(AskedBot.class);
        line.graph().thenSaysNothing();
        line.receive(Events.in("G").says("/reset"));
        hangs(line);

        line.receive(Events.in("G").renamed("Tea"));
        line.advance(UNKNOWN_WAIT.multipliedBy(3));

        assertThat(line.said()).hasSize(1);
        assertThat(line.journal(Step.OPERATION_ENDED)).hasSize(1);
    }

    @Test
    void aHandlerOfStatusesStillGetsThemInTheOrderOfItsGroup() {
        TestLine line = Bots.line(CuriousBot.class);
        Event status = Events.in("G").status(State.SENT, "wamid.1", "1");

        line.receive(Events.in("G").says("/ask"), status);

        assertThat(line.said()).containsExactly("answer", "it is SENT");
    }

    @Test
    void aStatusThatNobodyTakesNeedsNoTurn() {
        TestLine line = Bots.line(AskedBot.class);

        line.receive(Events.in("G").status(State.SENT, "wamid.1", "1"));

        assertThat(line.inbox().effects()).isEmpty();
        assertThat(line.journal(Step.UNHANDLED)).containsExactly("MessageStatus");
    }

    @Test
    void aRepeatedStatusCountsOnce() {
        TestLine line = Bots.line(AskedBot.class);
        Event status = Events.in("G").status(State.SENT, "wamid.1", "1");

        line.receive(status);
        line.receive(status);

        assertThat(line.journal(Step.UNHANDLED)).hasSize(1);
    }
}
