package dev.tertulia.bots;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

@BotTest(PollBot.class)
class PollBotTest {

    @Test
    void countsOneVoteAMember(TestGroup group) {
        group.member("Ana").says("/poll Lunch? | pizza | soup");
        group.heard("Lunch?\n1. pizza\n2. soup\nVote by sending the number.");

        group.member("Ana").says("1");
        group.heard("Counted: pizza");
        group.member("Ben").says(" 2 ");
        group.heard("Counted: soup");
        group.member("Ana").says("2");
        group.heard("Counted: soup");

        group.member("Ben").says("/results");
        group.heard("Lunch?\n1. pizza: 0\n2. soup: 2");
    }

    @Test
    void ignoresNumbersWithoutAPoll(TestGroup group) {
        group.member("Ana").says("42");

        group.heardNothing();
    }

    @Test
    void refusesAnOptionThatIsNotThere(TestGroup group) {
        group.member("Ana").says("/poll Lunch? | pizza | soup");
        group.heard("Lunch?\n1. pizza\n2. soup\nVote by sending the number.");

        group.member("Ana").says("3");

        group.heard("Please choose 1 to 2.");
    }

    @Test
    void wantsTwoOptionsAtLeast(TestGroup group) {
        group.member("Ana").says("/poll Lunch? | pizza");

        group.heard("Write it like this: /poll question | a | b, with 2 to 20 options.");
    }

    @Test
    void hasNoResultsWithoutAPoll(TestGroup group) {
        group.member("Ana").says("/results");

        group.heard("There is no poll. Write it like this: /poll question | a | b");
    }

    @Test
    void needsTwoMessagesForWhatIsTooLongForOne(TestGroup group) {
        group.member("Ana").says("/poll Lunch? | " + "x".repeat(4000) + " | " + "y".repeat(200));
        group.heard("Lunch?\n1. " + "x".repeat(4000));
        group.heard("2. " + "y".repeat(200) + "\nVote by sending the number.");

        group.member("Ana").says("1");
        group.heard("Counted: " + "x".repeat(199) + "…");
    }

    @Test
    void countsAMemberOnceUnderANewNumber(TestGroup group) {
        group.member("Ana").says("/poll Lunch? | pizza | soup");
        group.heard("Lunch?\n1. pizza\n2. soup\nVote by sending the number.");
        group.member("Ben").says("1");
        group.heard("Counted: pizza");

        group.member("Ben").changesNumber("+1 650 555 7777");
        group.member("Ben").says("2");
        group.heard("Counted: soup");
        group.member("Ben").hidesNumber();
        group.member("Ben").says("2");
        group.heard("Counted: soup");

        group.member("Ana").says("/results");
        group.heard("Lunch?\n1. pizza: 0\n2. soup: 1");
    }
}
