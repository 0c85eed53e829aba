package dev.tertulia.bots;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The clock starts on Monday, 2 March 2026, at 9:00 UTC, which is 10:00 in Madrid. */
@BotTest(DigestBot.class)
class DigestBotTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Test
    void opensTheWeekOnceByTemplateWhereNobodyWroteLately(TestGroup group, TestClock clock, Broadcasts broadcasts) {
        group.member("Ana").says("/digest on");
        group.heard("I will open each week here, on Mondays at nine.");

        clock.advance(A_DAY.multipliedBy(6));
        group.heardNothing();
        clock.advance(A_DAY);

        group.heardTemplate("digest", "11");
        group.heardNothing();
        assertThat(broadcasts.list()).extracting(BroadcastProgress::name, BroadcastProgress::sent)
                .containsExactly(tuple("digest-2026-03-09", 1));
    }

    @Test
    void opensItFreelyWhereSomebodyWroteYesterday(TestGroup group, TestClock clock) {
        group.member("Ana").says("/digest on");
        group.heard("I will open each week here, on Mondays at nine.");
        clock.advance(A_DAY.multipliedBy(6));
        group.member("Ana").says("good night");

        clock.advance(A_DAY.minusHours(1));

        group.heard("Good morning! Week 11 begins.");
    }

    @Test
    void comesEveryWeek(TestGroup group, TestClock clock) {
        group.member("Ana").says("/digest on");
        group.heard("I will open each week here, on Mondays at nine.");

        clock.advance(A_DAY.multipliedBy(7));
        clock.advance(A_DAY.multipliedBy(7));

        group.heardTemplate("digest", "11");
        group.heardTemplate("digest", "12");
        group.heardNothing();
    }

    @Test
    void leavesGroupsAloneThatTookItBack(TestGroup group, TestClock clock) {
        group.member("Ana").says("/digest on");
        group.heard("I will open each week here, on Mondays at nine.");
        group.member("Ben").says("/digest off");
        group.heard("I will be quiet on Mondays.");

        clock.advance(A_DAY.multipliedBy(7));

        group.heardNothing();
    }
}
