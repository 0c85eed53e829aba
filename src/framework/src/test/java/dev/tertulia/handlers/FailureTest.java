package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnError;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.Reply;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** A handler that fails is tried again with growing pauses; then its event is a dead letter, and the group goes on. */
class FailureTest {

    private static final Events IN_GROUP = Events.in("G");
    private static int failures;

    @Bot
    static final class ClumsyBot {

        @OnCommand("break")
        String breakIt(Group group) {
            group.rename("broken");
            throw new IllegalStateException("it broke");
        }

        @OnCommand("number {words...}")
        void number(String words) {
            Integer.parseInt(words);
        }

        @OnCommand("try")
        String tryIt() {
            if (failures-- > 0) {
                throw new IllegalStateException("not yet");
            }
            return "done";
        }

        @OnCommand("impossible")
        void impossible() {
            throw new AssertionError("cannot be");
        }

        @OnCommand("empty")
        Reply empty() {
            return Reply.text("");
        }

        @OnCommand("stream")
        Stream<String> stream() {
            return Stream.of("a", "").map(word -> word.charAt(0) + "");
        }

        @OnCommand("hang")
        void hang() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @OnCommand("fine")
        String fine() {
            return "fine";
        }
    }

    @Bot
    static final class StatusBot {

        @OnStatus
        void told() {
            if (failures-- > 0) {
                throw new IllegalStateException("not yet");
            }
        }
    }

    @Bot
    static final class SorryBot {

        @OnError
        Notice sorry(Failure failure) {
            return Reply.text("Sorry: %s, %s, tried %d times".formatted(failure.handler(), failure.cause().getMessage(),
                    failure.attempts())).orDrop();
        }
    }

    @Bot
    static final class HopelessBot {

        @OnError
        Notice sorry(Failure failure) {
            throw new IllegalStateException("no words");
        }
    }

    private final TestLine line = Bots.line(ClumsyBot.class);

    @BeforeEach
    void nothingFails() {
        failures = 0;
    }

    @Test
    void isTriedAgain() {
        failures = 2;

        line.receive(IN_GROUP.says("/try"));

        assertThat(line.said()).containsExactly("done");
        assertThat(line.inbox().deadLetters()).isEmpty();
        assertThat(line.journal(Step.RETRIED)).hasSize(2).allSatisfy(detail -> assertThat(detail)
                .matches("ClumsyBot\\.tryIt\\(\\): java\\.lang\\.IllegalStateException at FailureTest\\.java:\\d+"));
    }

    /** A message of an exception may hold what people wrote, and the log never does. */
    @Test
    void isNamedWithoutItsMessage() {
        line.receive(IN_GROUP.says("/number secret"));

        assertThat(line.inbox().deadLetters()).singleElement().asString().contains("\"secret\"");
        assertThat(line.journal(Step.RETRIED)).hasSize(2)
                .allSatisfy(detail -> assertThat(detail).contains("NumberFormatException at FailureTest.java:")
                        .doesNotContain("secret"));
        assertThat(line.journal(Step.DEAD)).singleElement().asString().doesNotContain("secret");
    }

    @Test
    void waitsFourTimesAsLongEachTime() {
        failures = 2;

        line.receive(IN_GROUP.says("/try"));

        assertThat(line.inbox().pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @Test
    void becomesADeadLetterWithItsCause() {
        line.receive(IN_GROUP.says("/break"));

        String reason = "ClumsyBot.breakIt(Group) failed 3 times: java.lang.IllegalStateException: it broke";
        assertThat(line.inbox().deadLetters()).containsExactly(reason);
        assertThat(line.journal(Step.DEAD)).singleElement().asString().startsWith("ClumsyBot.breakIt(Group): "
                + "java.lang.IllegalStateException at ").endsWith("; the dead letter tells more");
        assertThat(line.inbox().pauses()).hasSize(2);
    }

    @Test
    void leavesNothingOfItsTurn() {
        line.receive(IN_GROUP.says("/break"));

        assertThat(line.said()).isEmpty();
    }

    @Test
    void countsFromOneForTheNextEvent() {
        failures = 2;

        line.receive(IN_GROUP.says("/break"), IN_GROUP.says("/try"));

        assertThat(line.said()).containsExactly("done");
    }

    @Test
    void letsTheGroupAndAllOthersGoOn() {
        line.receive(IN_GROUP.says("/break"), IN_GROUP.says("/fine"), Events.in("H").says("/fine"));

        assertThat(line.said()).containsExactly("fine", "fine");
    }

    @Test
    void mayBeAnError() {
        line.receive(IN_GROUP.says("/impossible"), IN_GROUP.says("/fine"));

        assertThat(line.inbox().deadLetters()).containsExactly(
                "ClumsyBot.impossible() failed 3 times: java.lang.AssertionError: cannot be");
        assertThat(line.said()).containsExactly("fine");
    }

    /** An error is told as it was thrown, and its place is the author's, not that of whoever called the author. */
    @Test
    void isTheErrorItself() {
        line.receive(IN_GROUP.says("/impossible"));

        assertThat(line.causes()).hasSize(3).allSatisfy(cause -> assertThat(cause).isInstanceOf(AssertionError.class)
                .hasMessage("cannot be"));
        assertThat(line.journal(Step.RETRIED)).hasSize(2).allSatisfy(detail -> assertThat(detail)
                .matches("ClumsyBot\\.impossible\\(\\): java\\.lang\\.AssertionError at FailureTest\\.java:\\d+"));
    }

    /** The line that called the framework is where the mistake is. */
    @Test
    void isPlacedWhereTheFrameworkWasCalled() {
        line.receive(IN_GROUP.says("/empty"));

        assertThat(line.journal(Step.DEAD)).singleElement().asString().matches("ClumsyBot\\.empty\\(\\):"
                + " dev\\.tertulia\\.message\\.InvalidArgument at FailureTest\\.java:\\d+: a reply has no words; return null"
                + " to say nothing; the dead letter tells more");
    }

    @Test
    void mayShowOnlyWhenTheAnswerIsTaken() {
        line.receive(IN_GROUP.says("/stream"), IN_GROUP.says("/fine"));

        assertThat(line.inbox().deadLetters()).singleElement().asString()
                .startsWith("ClumsyBot.stream() failed 3 times: java.lang.StringIndexOutOfBoundsException");
        assertThat(line.said()).containsExactly("fine");
    }

    @Test
    void mayBeThatItTakesTooLong() {
        TurnSettings impatient = new TurnSettings("/", List.of(), Duration.ofMillis(20), 1, Duration.ZERO,
                Duration.ofDays(7));
        TestLine strict = Bots.line(impatient, ClumsyBot.class);

        strict.receive(IN_GROUP.says("/hang"));

        assertThat(strict.inbox().deadLetters()).containsExactly("ClumsyBot.hang() failed 1 times:"
                + " java.util.concurrent.TimeoutException: ClumsyBot.hang() took longer than PT0.02S");
    }

    @Test
    void isNotSaidToBeHandledWhereTheClaimWasLost() {
        line.inbox().loseNextClaim();

        line.receive(IN_GROUP.says("/fine"));

        assertThat(line.journal(Step.LOST_CLAIM)).containsExactly("its effects were not written");
        assertThat(line.journal(Step.HANDLED)).isEmpty();
        assertThat(line.journal(Step.TAKEN_OVER)).isEmpty();
        assertThat(line.said()).isEmpty();
    }

    @Test
    void ofAReplicaIsMadeUpForByAnother() {
        line.inbox().accept(List.of(IN_GROUP.says("/fine")), line.clock().instant());
        line.inbox().claim(1, Duration.ofSeconds(-1));

        line.settle();

        assertThat(line.journal(Step.TAKEN_OVER)).containsExactly(
                "its claim had expired: the previous replica died, stalled or could not reach the store");
        assertThat(line.said()).containsExactly("fine");
    }

    @Test
    void isHandledByWhoTakesErrors() {
        TestLine sorry = Bots.line(ClumsyBot.class, SorryBot.class);

        sorry.receive(IN_GROUP.says("/break"));

        assertThat(sorry.said()).containsExactly("Sorry: ClumsyBot.breakIt(Group), it broke, tried 3 times");
        assertThat(sorry.inbox().deadLetters()).hasSize(1);
    }

    @Test
    void namesTheErrorHandlerThatFailedToo() {
        TestLine hopeless = Bots.line(ClumsyBot.class, HopelessBot.class, SorryBot.class);

        hopeless.receive(IN_GROUP.says("/break"), IN_GROUP.says("/fine"));

        assertThat(hopeless.inbox().deadLetters()).containsExactly("ClumsyBot.breakIt(Group) failed 3 times:"
                + " java.lang.IllegalStateException: it broke; HopelessBot.sorry(Failure) failed too:"
                + " java.lang.IllegalStateException: no words");
        assertThat(hopeless.said()).containsExactly("fine");
        assertThat(hopeless.causes().getLast().getSuppressed()).singleElement()
                .isInstanceOf(IllegalStateException.class).hasToString("java.lang.IllegalStateException: no words");
    }

    @Test
    void ofAMessageIsCountedOnceByItsCode() {
        TestLine told = Bots.line(StatusBot.class);
        failures = 2;

        told.receive(IN_GROUP.failed("wamid.1", null, 130429), IN_GROUP.status(State.READ, "wamid.2", null));

        assertThat(told.journal(Step.RETRIED)).hasSize(2);
        assertThat(told.lateFailures()).containsExactly(130429);
    }

    @Test
    void ofAMessageIsExplainedWhereNobodyHandlesIt() {
        line.receive(IN_GROUP.failed("wamid.1", null, 131026));

        assertThat(line.journal(Step.UNHANDLED)).containsExactly("MessageStatus; 131026 Undeliverable: The message"
                + " cannot be delivered to this recipient. Nothing can be done from here.");
    }
}
