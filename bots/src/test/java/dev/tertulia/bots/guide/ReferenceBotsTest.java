package dev.tertulia.bots.guide;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Heard;
import dev.tertulia.testkit.TestBots;
import dev.tertulia.testkit.TestChat;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;

import static org.assertj.core.api.Assertions.assertThat;

/** The bots of the reference pages in {@code docs} work as described there. */
class ReferenceBotsTest {

    @Nested
    @BotTest(ShoppingBot.class)
    class Shopping {

        @Test
        void keepsTheListOfTheGroup(TestGroup group) {
            group.member("Ana").says("/buy tea");
            group.heard("From the market: tea");
            group.member("Ben").says("/buy milk");
            group.heard("From the market: tea, milk");

            assertThat(group.kept(ShoppingBot.class, ShoppingBot.Shopping.class))
                    .contains(new ShoppingBot.Shopping(List.of("tea", "milk"), "the market"));
        }

        @Test
        void readsWhatTheFirstVersionStored() {
            ShoppingBot.Shopping read = new ShoppingBot.FromOneText().upgrade(Map.of("things", "tea, milk"));

            assertThat(read).isEqualTo(new ShoppingBot.Shopping(List.of("tea", "milk"), "the market"));
        }
    }

    @Nested
    @BotTest(LibraryBot.class)
    class Library {

        @Test
        void countsAndHandsOn(TestGroup group) {
            group.member("Ana").says("Is this a good book?");
            group.heard("Books were mentioned 1 times.\n– the library");
        }

        @Test
        void ignoresWhatIsForwardedOften(TestGroup group) {
            group.member("Ana").forwardsOften("This book will change your life!");
            group.heardNothing();
        }

        @Test
        void apologises(TestGroup group, TestBots bots) {
            group.member("Ana").says("/shelf 12");
            group.heard("That did not work. The librarian was told.\n– the library");
            bots.failedWith(IllegalStateException.class, "there are only nine shelves");
        }
    }

    @Nested
    @BotTest(SantaBot.class)
    class Santa {

        @Test
        void tellsEverybodyInPrivate(TestGroup group) {
            TestMember ana = group.member("Ana");
            TestMember ben = group.member("Ben");
            ana.says("/santa");
            group.heard("Everybody hears from me in private.");
            ben.privately().heardNothing();

            ben.privately().writes("hello");
            ben.privately().heard("You give Ana a present.");
            ben.privately().heardChoices("What do you want, Ben?", "A wish", "Nothing");
        }

        @Test
        void keepsAWish(TestGroup group) {
            TestChat chat = group.member("Ana").privately();
            chat.writes("hello");
            Heard choices = chat.heardChoices("What do you want, Ana?", "A wish", "Nothing");
            chat.taps(choices, "A wish");
            chat.heard("What is your wish?");
            chat.writes("a kite");
            chat.heard("I keep it to myself: a kite");
        }
    }

    @Nested
    @BotTest(NewsBot.class)
    class News {

        @Test
        void reachesGroupsAsTheirWindowsOpen(TestGroup group, TestGroup other, TestClock clock) {
            other.member("Ben").says("/news on");
            clock.advance(Duration.ofHours(30));
            group.member("Ana").says("/news on");
            group.member("Ana").says("/news The hall is closed.");
            group.heard("To 2 groups, 1 of them at once.");
            group.heard("The hall is closed.");
            other.heardNothing();

            other.member("Ben").says("Hello?");
            other.heard("The hall is closed.");
        }

        @Test
        void saysWhenTheKettleBoils(TestGroup group, TestClock clock) {
            group.member("Ana").says("/kettle");
            clock.advance(Duration.ofMinutes(4));
            group.heard("The kettle boils.");
        }
    }
}
