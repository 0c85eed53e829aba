package dev.tertulia.bots;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

@BotTest(value = SplitBot.class, properties = "tertulia.staff=+1 650 555 0001")
class SplitBotTest {

    @Test
    void sharesABillWithAllOrWithThoseWhoAreMentioned(TestGroup group) {
        group.member("Ana");
        group.member("Ben");
        group.member("Eva").says("here I am");

        group.member("Ana").says("/paid 30 dinner");
        group.heard("30 shared by 3. Write /receipt to add the photo.");
        group.member("Ben").says("/paid 9,50 taxi with @Eva");
        group.heard("9.50 shared by 2. Write /receipt to add the photo.");
        group.member("Eva").says("/balance");
        group.heard("Ana gets 20.00\nBen owes 5.25\nEva owes 14.75");
    }

    @Test
    void takesTheLastBillBack(TestGroup group) {
        group.member("Ana").says("/undo");
        group.heard("There is no bill yet.");
        group.member("Ana").says("/paid 30");
        group.heard("30 shared by 1. Write /receipt to add the photo.");
        group.member("Ana").says("/undo");
        group.heard("Taken back: 30 of Ana.");
        group.member("Ana").says("/balance");
        group.heard("Nobody owes anything.");
    }

    @Test
    void keepsThePhotoOfABill(TestGroup group) {
        group.member("Ana").says("/paid 30");
        group.heard("30 shared by 1. Write /receipt to add the photo.");
        group.member("Ana").says("/receipt");
        group.heard("Send the photo of the bill.");
        group.member("Ana").says("here");
        group.heard("I did not understand that: send a file, please.");
        group.member("Ana").sendsImage("the bill");
        group.heard("The photo is with the bill of 30.");
    }

    @Test
    void isSettledByStaffAlone(TestGroup group) {
        group.member("Ana").says("/settled");
        group.heard("Only staff can use /settled.");
    }

    @Test
    void refusesABillOfNothing(TestGroup group) {
        group.member("Ana").says("/paid 0");
        group.heard("A bill is above zero.");
    }
}
