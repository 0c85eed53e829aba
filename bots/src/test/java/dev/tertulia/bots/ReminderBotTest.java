package dev.tertulia.bots;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;

@BotTest(ReminderBot.class)
class ReminderBotTest {

    @Test
    void confirmsAndSpeaksInTime(TestGroup group, TestClock clock) {
        group.member("Ana").says("/remind 10m tea is ready");
        group.heard("I will remind you in 10m.");

        clock.advance(Duration.ofMinutes(9));
        group.heardNothing();
        clock.advance(Duration.ofMinutes(1));

        group.heard("tea is ready");
        group.heardNothing();
    }

    @Test
    void takesTheTemplateWhenTheWindowIsShutByThen(TestGroup group, TestClock clock) {
        group.member("Ana").says("/remind 2d water the plants");
        group.heard("I will remind you in 2d.");

        clock.advance(Duration.ofDays(2));

        group.heardTemplate("reminder", "water the plants");
    }

    @Test
    void keepsSeveralReminders(TestGroup group, TestClock clock) {
        group.member("Ana").says("/remind 2h second");
        group.member("Ben").says("/remind 1h first");
        group.heard("I will remind you in 2h.");
        group.heard("I will remind you in 1h.");

        clock.advance(Duration.ofHours(3));

        group.heard("first");
        group.heard("second");
    }

    @Test
    void saysWhatATimeLooksLike(TestGroup group) {
        group.member("Ana").says("/remind tomorrow call home");

        group.heard("'tomorrow' is not a valid after; write it like 30s, 10m, 2h or 1d.");
    }

    @Test
    void refusesATimeInThePast(TestGroup group, TestClock clock) {
        group.member("Ana").says("/remind 0s now");

        group.heard("I can remind you in 1s to 365d.");
        clock.advance(Duration.ofDays(1));
        group.heardNothing();
    }

    @Test
    void saysSeveralLinesInOneWhereTheTemplateWantsThat(TestGroup group, TestClock clock) {
        group.member("Ana").says("/remind 2d milk\nbread\t     eggs");
        group.heard("I will remind you in 2d.");

        clock.advance(Duration.ofDays(2));

        group.heardTemplate("reminder", "milk bread eggs");
    }

    @Test
    void refusesWordsThatNobodySees(TestGroup group) {
        group.member("Ana").says("/remind 2d \u200b\u2060");

        group.heard("Write it like this: /remind after words …");
    }

    @Test
    void refusesWhatWouldNotFitTheTemplate(TestGroup group, TestClock clock) {
        group.member("Ana").says("/remind 1s " + "x".repeat(901));
        group.heard("A reminder can have 900 characters, but this one has 901. Please shorten it.");

        group.member("Ana").says("/remind 2d " + "😀".repeat(900));
        group.heard("I will remind you in 2d.");
        clock.advance(Duration.ofDays(2));
        group.heardTemplate("reminder", "😀".repeat(900));
    }
}
