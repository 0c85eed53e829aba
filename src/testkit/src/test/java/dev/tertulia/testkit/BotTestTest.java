package dev.tertulia.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** A test class can use every structure that JUnit supports. */
class BotTestTest {

    @Bot
    static final class CountingBot {

        private final Groups groups;
        private int count;

        CountingBot(Groups groups) {
            this.groups = groups;
        }

        @OnCommand("count")
        String count() {
            return "" + ++count;
        }

        @OnCommand("outside {words}")
        void outside(String words, Group group) {
            groups.group(group.id()).send(Reply.text(words).orDrop());
        }

        @OnCommand("which")
        String who(GroupMessage message, Group group) {
            return group.facts().profile().subject() + " " + message.sender().phone();
        }
    }

    @Bot
    static final class HelloBot {

        @OnCommand("hey")
        String hello() {
            return "hello";
        }
    }

    @BotTest(CountingBot.class)
    abstract static class Base {

        TestMember ana;

        @BeforeEach
        void join(TestGroup group) {
            ana = group.member("Ana");
        }

        @AfterEach
        void isQuiet(TestGroup any) {
            any.heardNothing();
        }

        @Test
        void inherited(TestGroup group) {
            ana.says("/count");
            group.heard("1");
        }
    }

    static final class Examples extends Base {

        @Test
        void hasBotsOfItsOwn(TestGroup anyName) {
            ana.says("/count");
            anyName.heard("1");
        }

        @ParameterizedTest
        @ValueSource(strings = "tea")
        void withAParameter(String words, TestGroup group, TestInfo info) {
            ana.says("/outside " + words);
            group.heard(words);
        }

        @RepeatedTest(value = 2, name = "repeated{currentRepetition}")
        void repeated(RepetitionInfo repetition, TestGroup group) {
            ana.says("/count");
            group.heard("1");
        }

        @Test
        void takesTheBotItself(TestGroup group, CountingBot bot) {
            ana.says("/count");
            group.heard("1");
            assertThat(bot.count).isEqualTo(1);
        }

        @Test
        void twoGroups(TestGroup football, TestGroup books) {
            assertThat(football.id()).isNotEqualTo(books.id());
            TestMember sameAna = books.member("Ana");
            sameAna.says("/which");
            ana.says("/which");
            books.heard("Test group 2 " + ana.phone());
            football.heard("Test group " + ana.phone());
        }

        @Test
        void groupsByTheirSubjects(TestGroup first, @Called("Books") TestGroup books, TestGroup second,
                @Called("Books") TestGroup again) {
            assertThat(books.subject()).isEqualTo("Books");
            assertThat(again).isSameAs(books);
            assertThat(first.subject()).isEqualTo("Test group");
            assertThat(second.subject()).isEqualTo("Test group 2");
        }

        @Nested
        final class Inner {

            @Test
            void hasTheBotsAround(TestGroup group) {
                ana.says("/count");
                group.heard("1");
            }

            @Nested
            final class Innermost {

                @Test
                void hasThemToo(TestGroup group) {
                    ana.says("/count");
                    group.heard("1");
                }
            }
        }

        @Nested
        @BotTest(HelloBot.class)
        final class Other {

            @Test
            void hasItsOwn(TestGroup group) {
                ana.says("/count");
                ana.says("/hey");
                group.heard("hello");
            }
        }
    }

    @BotTest(CountingBot.class)
    record InTheConstructor(TestGroup group, TestClock clock) {

        @Test
        void isTheSame(TestGroup other) {
            assertThat(other).isSameAs(group);
        }

        @Test
        void isAnother(TestGroup other) {
            assertThat(other).isSameAs(group);
        }
    }

    @BotTest(CountingBot.class)
    static final class BeforeAllTests {

        @BeforeAll
        static void tooEarly(TestGroup group) {}

        @Test
        void never() {}
    }

    @BotTest({})
    static final class NoBots {

        @Test
        void never(TestGroup group) {}
    }

    @BotTest(CountingBot.class)
    static final class SideBySide {

        private static final CountDownLatch BOTH = new CountDownLatch(2);

        private static void meet(TestGroup group) throws InterruptedException {
            TestMember ana = group.member("Ana");
            BOTH.countDown();
            assertThat(BOTH.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i <= 20; i++) {
                ana.says("/count");
                group.heard("" + i);
                ana.says("/outside tea");
                group.heard("tea");
            }
        }

        @Test
        void one(TestGroup group) throws InterruptedException {
            meet(group);
        }

        @Test
        void other(TestGroup group) throws InterruptedException {
            meet(group);
        }
    }

    @Test
    void eachWayWorks() {
        TestRun run = TestRun.of(Examples.class);

        assertThat(run.ended()).allSatisfy((name, failure) -> assertThat(failure).as(name).isEmpty());
        assertThat(run.good()).contains("inherited", "hasBotsOfItsOwn", "takesTheBotItself", "twoGroups",
                "groupsByTheirSubjects", "hasTheBotsAround", "hasThemToo", "hasItsOwn", "repeated1", "repeated2");
    }

    @Test
    void aConstructorsParametersAreThoseOfTheTest() {
        assertThat(TestRun.of(InTheConstructor.class).good()).containsExactly("isAnother", "isTheSame");
    }

    @Test
    void testsRunSideBySide() {
        assertThat(TestRun.sideBySide(SideBySide.class).ended())
                .allSatisfy((name, failure) -> assertThat(failure).as(name).isEmpty());
    }

    @Test
    void whatComesTooEarlyIsRefused() {
        assertThat(TestRun.of(BeforeAllTests.class).failure("BotTestTest$BeforeAllTests"))
                .hasMessageContaining(
                        "TestGroup belongs to a test, but no test runs here yet: take it in a @BeforeEach or"
                                + " @Test method of BeforeAllTests");
    }

    @Test
    void botsHaveToBeNamed() {
        assertThat(TestRun.of(NoBots.class).failure("BotTestTest$NoBots")).hasMessage(
                "@BotTest of NoBots names no bot; name the bots to test, such as @BotTest(PingBot.class)");
    }
}
