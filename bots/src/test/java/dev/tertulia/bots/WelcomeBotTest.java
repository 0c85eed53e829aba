package dev.tertulia.bots;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;

@BotTest(WelcomeBot.class)
class WelcomeBotTest {

    @Test
    void greetsByTemplateWhileTheWindowIsShut(TestGroup group) {
        TestMember ana = group.join("Ana");

        group.heardTemplate("welcome", ana.phone());
        group.heardNothing();
    }

    @Test
    void greetsInItsOwnWordsWhileTheWindowIsOpen(TestGroup group) {
        group.member("Ana").says("hello");

        TestMember ben = group.join("Ben");

        group.heard("Welcome, " + ben.phone());
    }

    @Test
    void goesBackToTheTemplateADayLater(TestGroup group, TestClock clock) {
        group.member("Ana").says("hello");
        clock.advance(Duration.ofHours(25));

        TestMember ben = group.join("Ben");

        group.heardTemplate("welcome", ben.phone());
    }
}
