package dev.tertulia.testkit;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnError;
import dev.tertulia.bot.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** A test fails with the exception of its bot, unless the test expects it. */
class FailingBotsTest {

    @Bot
    static final class ClumsyBot {

        private int tries;

        @OnCommand("break {words...}")
        String breakIt(String words) {
            throw new IllegalStateException(words);
        }

        @OnCommand("twice")
        String twice() {
            if (tries++ < 2) {
                throw new IllegalStateException("not yet");
            }
            return "done";
        }

        @OnCommand("impossible")
        void impossible() {
            throw new AssertionError("cannot be");
        }

        @OnCommand("long")
        String tooLong() {
            return "x".repeat(5_000);
        }

        @OnCommand("hello")
        String hello() {
            return "hello";
        }
    }

    @Bot
    static final class SorryBot {

        @OnError
        Notice sorry(Failure failure) {
            return Reply.text("Sorry.").orDrop();
        }
    }

    @BotTest({ClumsyBot.class, SorryBot.class})
    static final class Examples {

        @Test
        void nothingIsAsserted(TestGroup group) {
            group.member("Ana").says("/break a cup");
        }

        @Test
        void nothingWasHeard(TestGroup group, TestBots bots) {
            group.member("Ana").says("/break a cup");
            group.heard("Sorry.");
            group.heardNothing();
        }

        @Test
        void somethingElseWasHeard(TestGroup group) {
            group.member("Ana").says("/break a cup");
            group.heard("done");
        }

        @Test
        void moreWasExpected(TestGroup group) {
            group.member("Ana").says("/impossible");
            group.heard("Sorry.");
            group.heard("done");
        }

        @Test
        void aReplyIsTooLong(TestGroup group) {
            group.member("Ana").says("/long");
        }

        @Test
        void twoFail(TestGroup group) {
            group.member("Ana").says("/break a cup");
            group.member("Ana").says("/impossible");
        }

        @Test
        void aMessageIsRefused(TestGroup group, TestWhatsApp whatsApp) {
            whatsApp.refusesNext(132015);
            group.member("Ana").says("/hello");
        }

        @Test
        void anotherFailureIsExpected(TestGroup group, TestBots bots) {
            group.member("Ana").says("/break a cup");
            bots.failedWith(IllegalArgumentException.class);
        }

        @Test
        void aFailureIsExpectedAndNoneCame(TestGroup group, TestBots bots) {
            group.member("Ana").says("/hello");
            bots.failedWith(IllegalStateException.class);
        }

        @Test
        void itIsExpected(TestGroup group, TestBots bots) {
            group.member("Ana").says("/break a cup");
            assertThat(bots.failedWith(IllegalStateException.class, "a cup").name())
                    .isEqualTo("ClumsyBot.breakIt(String)");
            group.heard("Sorry.");
            group.heardNothing();
            bots.didNotFail();
        }

        @Test
        void itWorksAtLast(TestGroup group) {
            group.member("Ana").says("/twice");
            group.heard("done");
        }

        @Test
        void aRefusalIsExpected(TestGroup group, TestBots bots, TestWhatsApp whatsApp) {
            whatsApp.refusesNext(132015);
            group.member("Ana").says("/hello");
            bots.failedToSend("132015");
            group.heardNothing();
        }
    }

    private static final TestRun RUN = TestRun.of(Examples.class);

    @Test
    void thoseThatExpectItAreGood() {
        assertThat(RUN.good()).containsExactly("aRefusalIsExpected", "itIsExpected", "itWorksAtLast");
    }

    @Test
    void tellsWhatWasThrownAndWhereInTheAuthorsCode() {
        Throwable failure = RUN.failure("nothingIsAsserted");

        assertThat(failure).isInstanceOf(AssertionError.class).hasMessage("""
                ClumsyBot.breakIt(String) failed: java.lang.IllegalStateException: a cup
                If the test expects this, add the parameter TestBots bots and write\
                 bots.failedWith(IllegalStateException.class).""");
        assertThat(failure.getCause()).isInstanceOf(IllegalStateException.class).hasMessage("a cup");
        assertThat(failure.getCause().getStackTrace()).singleElement().satisfies(
                frame -> assertThat(frame.getFileName()).isEqualTo("FailingBotsTest.java"));
    }

    @Test
    void heardNothingIsNotGoodWhenABotFailed() {
        assertThat(RUN.failure("nothingWasHeard")).hasMessageStartingWith("""
                the group heard nothing, because something failed:
                ClumsyBot.breakIt(String) failed: java.lang.IllegalStateException: a cup""")
                .hasRootCauseMessage("a cup");
    }

    @Test
    void anAssertionThatFailsShowsTheConversation() {
        assertThat(RUN.failure("somethingElseWasHeard")).hasMessageContaining("""
                what the group heard; all that was said:
                  (Ana joined)
                  Ana: /break a cup
                  bot: Sorry.""");
    }

    @Test
    void whatIsMissingIsExplainedByTheFailure() {
        assertThat(RUN.failure("moreWasExpected")).hasMessageStartingWith("""
                the group heard nothing more; expected "done", but all that was said is:
                  (Ana joined)
                  Ana: /impossible
                  bot: Sorry.""").hasMessageContaining("ClumsyBot.impossible() failed: java.lang.AssertionError")
                .cause().isInstanceOf(AssertionError.class).hasMessage("cannot be");
    }

    @Test
    void theFrameworksOwnSentencesAreTold() {
        assertThat(RUN.failure("aReplyIsTooLong")).hasMessageContaining("5000 characters");
    }

    @Test
    void allThatFailedIsTold() {
        Throwable failure = RUN.failure("twoFail");

        assertThat(failure).hasMessageContaining("a cup").hasMessageContaining("cannot be");
        assertThat(failure.getCause()).hasMessage("a cup");
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(AssertionError.class);
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        assertThat(RUN.failure("aMessageIsRefused")).hasMessageStartingWith("a message was not sent: 132015 ")
                .hasMessageContaining("bots.failedToSend(\"some words of the reason\")");
    }

    @Test
    void whatFailedOtherwiseIsTold() {
        assertThat(RUN.failure("anotherFailureIsExpected")).hasMessage("expected java.lang.IllegalArgumentException,"
                + " but ClumsyBot.breakIt(String) failed: java.lang.IllegalStateException: a cup")
                .hasRootCauseMessage("a cup");
        assertThat(RUN.failure("aFailureIsExpectedAndNoneCame"))
                .hasMessage("expected a handler that failed with IllegalStateException, but nothing failed");
    }
}
