package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.deadletter.CommandResult;
import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What was put aside goes on through the whole line when an operator says so. */
class DeadLettersTest {

    private static final Events IN_GROUP = Events.in("G");
    private static final CommandResult GONE = new CommandResult(false, "it no longer exists");
    private static boolean mended;

    @Bot
    static final class TeaBot {

        @OnCommand("tea")
        String tea() {
            if (!mended) {
                throw new IllegalStateException("no water");
            }
            return "tea";
        }

        @OnCommand("say {words...}")
        String say(String words) {
            return words;
        }

        @OnCommand("soon {words...}")
        Notice soon(String words) {
            return Reply.text(words).orDrop().expires(Duration.ofMinutes(5));
        }
    }

    private final TestLine line = Bots.line(TeaBot.class);

    @BeforeEach
    void nothingIsMended() {
        mended = false;
    }

    private DeadLetterId only(DeadLetterKind kind) {
        List<DeadLetter> letters = line.letters().list(kind, null, 10);
        assertThat(letters).hasSize(1);
        return letters.getFirst().id();
    }

    private CommandResult retry(DeadLetterId id) {
        CommandResult answer = line.letters().retry(id);
        line.settle();
        return answer;
    }

    @Test
    void aDeadEventIsHandled() {
        line.receive(IN_GROUP.says("/tea"));
        DeadLetterId id = only(DeadLetterKind.DEAD_EVENT);
        mended = true;

        assertThat(retry(id)).isEqualTo(
                new CommandResult(true, "it is at the end of its group's mailbox, and its handler runs again"));

        assertThat(line.said()).containsExactly("tea");
        assertThat(retry(id)).isEqualTo(GONE);
        assertThat(line.letters().counts()).doesNotContainValue(1L);
    }

    @Test
    void aDeadEventThatFailsAgainIsAnotherLetter() {
        line.receive(IN_GROUP.says("/tea"));
        DeadLetterId id = only(DeadLetterKind.DEAD_EVENT);

        retry(id);

        assertThat(only(DeadLetterKind.DEAD_EVENT)).isNotEqualTo(id);
        assertThat(line.inbox().deadLetters()).hasSize(2);
    }

    @Test
    void aDeadSendLeaves() {
        line.graph().thenRefuses(400, 131026);
        line.receive(IN_GROUP.says("/say one"));
        DeadLetterId id = only(DeadLetterKind.DEAD_SEND);

        assertThat(line.letters().find(id)).map(DeadLetter::code).contains(131026);
        assertThat(retry(id)).isEqualTo(new CommandResult(true, "it is the last in its group's queue"));

        assertThat(line.said()).containsExactly("one", "one");
        assertThat(retry(id)).isEqualTo(GONE);
    }

    @Test
    void aDeadSendThatExpiredLeavesAndThatIsSaid() {
        line.graph().thenRefuses(400, 131026);
        line.receive(IN_GROUP.says("/soon one"));
        line.advance(Duration.ofHours(1));

        assertThat(retry(only(DeadLetterKind.DEAD_SEND))).isEqualTo(new CommandResult(true,
                "it is the last in its group's queue; it"
                        + " expired at " + Events.NOW.plus(Duration.ofMinutes(5))
                        + ", and is sent without that limit"));

        assertThat(line.said()).containsExactly("one", "one");
    }

    @Test
    void anUnknownOutcomeIsSentAtOnce() {
        line.graph().thenSaysNothing();
        line.receive(IN_GROUP.says("/say one"));

        assertThat(retry(only(DeadLetterKind.UNKNOWN))).isEqualTo(new CommandResult(true,
                "it is the next in its group's queue; if it was sent before, it arrives twice"));

        assertThat(line.said()).containsExactly("one", "one");
    }

    @Test
    void whatIsHeldStillDoesNotLeaveOutsideTheWindow() {
        line.clock().advance(Duration.ofHours(25));
        line.receive(IN_GROUP.says("/say one"));

        assertThat(retry(only(DeadLetterKind.HELD)))
                .isEqualTo(new CommandResult(true, "it is the next in its group's queue, but the"
                        + " window is shut: nothing leaves free-form until somebody writes there, and it may be held again"));

        assertThat(line.said()).isEmpty();
        line.receive(IN_GROUP.at(line.clock().instant()).says("/say two"));
        assertThat(line.said()).containsExactly("one", "two");
    }

    @Test
    void aParkedGroupIsTriedAndParkedAgain() {
        line.graph().thenRefuses(400, 131020).thenRefuses(400, 131020);
        line.receive(IN_GROUP.says("/say one"));
        line.advance(Duration.ofSeconds(1));
        DeadLetterId id = only(DeadLetterKind.PARKED);

        assertThat(retry(id))
                .isEqualTo(new CommandResult(true,
                        "its group is released, and is parked again if WhatsApp still refuses"));
        assertThat(line.said()).containsExactly("one", "one");

        assertThat(retry(only(DeadLetterKind.PARKED)).done()).isTrue();
        assertThat(line.said()).containsExactly("one", "one", "one");
        assertThat(line.letters().counts()).containsEntry(DeadLetterKind.PARKED, 0L);
    }

    @Test
    void aPayloadIsReadAgain() {
        line.inbox().quarantine(delivery("1772442000"), "a bug of an older version", Events.NOW);
        DeadLetterId id = only(DeadLetterKind.QUARANTINED);

        assertThat(retry(id)).isEqualTo(new CommandResult(true, "it was read, and is handled like any delivery"));

        assertThat(line.said()).containsExactly("one");
        assertThat(retry(id)).isEqualTo(GONE);
    }

    @Test
    void aPayloadThatStillMakesNoSenseStays() {
        line.inbox().quarantine(delivery("soon"), "no time", Events.NOW);

        assertThat(retry(only(DeadLetterKind.QUARANTINED))).isEqualTo(new CommandResult(false,
                "it stays, because it still cannot be read: timestamp 'soon' is not a number of seconds"));

        assertThat(line.letters().counts()).containsEntry(DeadLetterKind.QUARANTINED, 1L);
    }

    private static String delivery(String time) {
        return """
                {"entry": [{"changes": [{"field": "messages", "value": {"metadata": {"phone_number_id": "%s"},
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "%s", "type": "text",
                "text": {"body": "/say one"}}]}}]}]}""".formatted(Events.NUMBER, time);
    }

    @Test
    void isDiscardedOnce() {
        line.receive(IN_GROUP.says("/tea"));
        DeadLetterId id = only(DeadLetterKind.DEAD_EVENT);

        assertThat(line.letters().discard(id)).isEqualTo(new CommandResult(true, "it is forgotten"));
        assertThat(line.letters().discard(id)).isEqualTo(GONE);
    }

    @Test
    void whatAPersonDoesIsWrittenDown() {
        line.receive(IN_GROUP.says("/tea"), IN_GROUP.says("/tea"));
        List<DeadLetter> letters = line.letters().list(DeadLetterKind.DEAD_EVENT, null, 2);

        line.letters().retry(letters.getFirst().id());
        line.letters().discard(letters.getLast().id());

        assertThat(line.journal(Step.RETRIED_BY_HAND)).containsExactly(
                "it is at the end of its group's mailbox, and its handler runs again");
        assertThat(line.journal(Step.DISCARDED)).containsExactly("it is forgotten");
    }

    @Test
    void aPageGoesOnInItsKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.letters().list(DeadLetterKind.HELD, DeadLetterKind.DEAD_SEND.id("1"), 10))
                .withMessage("send:1 is of another kind than HELD");
    }
}
