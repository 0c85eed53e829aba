package dev.tertulia.bots.guide;

import java.time.Duration;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Heard;
import dev.tertulia.testkit.TestBean;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;

/** The bots of {@code docs/writing-bots.md} work as described there. */
class GuideBotsTest {

    @Nested
    @BotTest(QuizBot.class)
    class Quiz {

        @Test
        void theFirstRightAnswerWins(TestGroup group) {
            group.member("Ana").says("/quiz");
            Heard question = group.heard("How many continents are there?");
            group.hasPinned(question);
            group.member("Ben").says("5");
            group.heard("No, Ben.");
            group.member("Ana").reacts(question, "🤔");
            group.heard("Ana reacts to: How many continents are there?");
            group.member("Ana").says("7");
            group.heard("Ana wins!");
            group.member("Ben").says("7");
            group.heardNothing();
        }

        @Test
        void endsAfterAMinute(TestGroup group, TestClock clock) {
            group.member("Ana").says("/quiz");
            group.heard("How many continents are there?");
            clock.advance(Duration.ofMinutes(1));
            group.heard("Time is up. It is 7.");
        }
    }

    @Nested
    @BotTest(BookingBot.class)
    class Booking {

        @Test
        void threeQuestionsMakeABooking(TestGroup group) {
            TestMember ana = group.member("Ana");
            ana.says("/book");
            group.heard("Which day?");
            ana.says("2026-03-31");
            group.heard("What time?");
            ana.says("9:30");
            group.heard("Your name?");
            ana.says("Ana Lima");
            group.heard("Booked 2026-03-31 09:30 for Ana Lima");
        }

        @Test
        void mayBeCancelled(TestGroup group) {
            group.member("Ana").says("/book");
            group.heard("Which day?");
            group.member("Ana").says("cancel");
            group.heard("Ana, write /book when you are ready.");
        }
    }

    @Nested
    @BotTest(OrderBot.class)
    class Order {

        @Test
        void theKitchenHearsOfAnOrder(TestGroup group, TestGroup kitchen) {
            kitchen.member("Eva").says("/kitchen here");
            kitchen.isLabelled("kitchen");
            group.member("Ana").says("/order soup");
            kitchen.heard("Ana: soup");
            group.heard("Ordered: soup");
        }
    }

    @Nested
    @BotTest(value = GuardBot.class, properties = "tertulia.staff=+1 650 555 4321")
    class Guard {

        @Test
        void onlyStaffRemovesPeople(TestGroup group) {
            String insult = group.member("Ben").says("you are all fools");
            group.member("Ana").replies(insult, "/kick");
            group.heard("Only staff can use /kick.");
            group.hasMembers("Ana", "Ben");

            group.member("Eva").changesNumber("+1 650 555 4321");
            group.member("Eva").replies(insult, "/kick");
            group.heard("Ben is removed.");
            group.hasMembers("Ana", "Eva");
        }
    }

    @Nested
    @BotTest(LendingBot.class)
    class Lending {

        @Test
        void countsAndFindsOverAllGroups(TestGroup group, TestGroup other, TestClock clock) {
            group.member("Ana").says("/borrow saw");
            group.heard("Ana has the saw.");
            group.member("Ana").says("/borrow drill");
            group.heard("Ana has the drill.");
            group.member("Ana").says("/borrow hammer");
            group.heard("Ana has the hammer.");
            group.member("Ana").says("/borrow ladder");
            group.heard("Ana, three tools a day are enough.");

            other.member("Ben").says("/who saw");
            other.heard("Ana has the saw.");
            other.member("Ben").says("/who ladder");
            other.heard("Nobody has the ladder.");

            clock.advance(Duration.ofDays(1));
            group.member("Ana").says("/borrow ladder");
            group.heard("Ana has the ladder.");
        }
    }

    @Nested
    @BotTest(TranslatorBot.class)
    class Translator {

        @TestBean
        static TranslatorBot.Translator translator() {
            return (words, language, requestId) -> words + " in " + language;
        }

        @Test
        void answersLaterAndQuotes(TestGroup group) {
            group.member("Ana").says("/translate to pt");
            String asked = group.member("Ana").says("/translate good morning");
            group.heard("good morning in pt").quoting(asked);
        }
    }

    @Nested
    @BotTest(MorningBot.class)
    class Morning {

        @Test
        void greetsEachGroupThatWantsIt(TestGroup group, TestGroup other, TestClock clock) {
            group.member("Ana").says("/morning on");
            other.member("Ben").says("hello");

            clock.advance(Duration.ofHours(23));

            group.heard("Good morning, number 1!");
            other.heardNothing();
        }
    }

    @Nested
    @BotTest(StandupBot.class)
    class Standup {

        @Test
        void collectsWhatEverybodyDoes(TestGroup group) {
            group.member("Ana");
            group.member("Ben").says("/standup");
            group.heard("What do you do today? Everybody, please.");
            group.member("Ben").says("tests");
            group.heard("Thanks, Ben. 1 to go.");
            group.member("Ana").says("docs");
            group.heard("Ana: docs\nBen: tests");
        }
    }

    /** With the parameter and the trigger of {@link OwnKinds}. */
    @Nested
    @BotTest(value = CafeBot.class, properties = {"tertulia.mentions=cafe", "cafe.name=Tertulia"})
    class Cafe {

        @Test
        void speaksTheLanguageOfTheGroup(TestGroup group, TestClock clock) {
            clock.advance(Duration.ofDays(1));
            group.member("Ana").says("/open");
            group.heard("Tertulia is open.");
            group.member("Ana").says("/language pt");
            group.member("Ana").says("/open");
            group.heard("O Tertulia está aberto.");
            group.member("Ana").says("/ajuda");
            group.heard("Comandos:\n/open – Diz se estamos abertos.");
        }

        @Test
        void knowsTheHourByAParameterOfItsOwn(TestGroup group, TestClock clock) {
            clock.advance(Duration.ofHours(10));
            group.member("Ana").says("/open");
            group.heard("Tertulia is closed.");
        }

        @Test
        void answersByATriggerOfItsOwn(TestGroup group, TestClock clock) {
            group.member("Ana").says("hello");
            group.heard("We are closed on Mondays.");
            clock.advance(Duration.ofDays(1));
            group.member("Ana").says("hello");
            group.heardNothing();
        }

        @Test
        void tellsPricesOnlyWhenItIsMentioned(TestGroup group, TestClock clock) {
            clock.advance(Duration.ofDays(1));
            group.member("Ana").says("@cafe what is the price?");
            group.heard("Coffee is 2 EUR.");
            group.member("Ana").says("what is the price?");
            group.heardNothing();
        }

        @Test
        void downloadsAndSendsAFile(TestGroup group) {
            group.member("Ana").sendsImage("");
            group.heardFile("image", "Nice, 157 bytes");
        }

        @Test
        void offersTablesInPrivate(TestGroup group) {
            TestMember ana = group.member("Ana");
            ana.privately().writes("/table");
            ana.privately().heardChoices("For how many, Ana?", "Two", "Four");
        }
    }
}
