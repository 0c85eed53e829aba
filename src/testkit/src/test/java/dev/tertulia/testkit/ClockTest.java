package dev.tertulia.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.TimerFired;

import static org.assertj.core.api.Assertions.assertThat;

/** Moving the clock runs what is due, in chronological order. Tests start on a Monday at 9:00 UTC. */
@BotTest(ClockTest.TimedBot.class)
class ClockTest {

    @Bot
    static final class TimedBot {

        private final Groups groups;
        private final List<Instant> mornings = new ArrayList<>();
        private String home = "";

        TimedBot(Groups groups) {
            this.groups = groups;
        }

        @OnCommand("wait {after}")
        void start(Duration after, Group group) {
            group.startTimer("ring", after, "" + after.toHours());
        }

        @OnTimer("ring")
        Notice ring(TimerFired event, Turn turn) {
            return Reply.text(event.payload() + " at " + turn.now()).orHold(Duration.ofHours(12));
        }

        @OnCommand("every {hours}")
        void every(int hours, Group group) {
            group.startTimer("again", Duration.ofHours(hours), hours + "");
        }

        @OnTimer("again")
        Notice again(TimerFired event, Turn turn, Group group) {
            group.startTimer("again", Duration.ofHours(Integer.parseInt(event.payload())),
                    event.payload());
            return Reply.text("again at " + turn.now()).orDrop();
        }

        @OnCommand("home")
        void home(Group group) {
            home = group.id();
        }

        @OnSchedule("0 8 * * *")
        void morning(Turn turn) {
            mornings.add(turn.now());
            if (!home.isEmpty()) {
                groups.group(home).send(Reply.text("morning at " + turn.now()).orDrop());
            }
        }
    }

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static String at(String words, int hours) {
        return words + " at " + START.plus(Duration.ofHours(hours));
    }

    @Test
    void timersRingAtTheirTimesAndInTheirOrder(TestGroup group, TestClock clock) {
        TestMember ana = group.member("Ana");
        ana.says("/wait 20h");
        ana.says("/wait 5h");

        clock.advance(Duration.ofDays(3));

        group.heard(at("5", 5));
        group.heard(at("20", 20));
        group.heardNothing();
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofDays(3)));
    }

    @Test
    void whatATimerStartsIsDueOnTheWay(TestGroup group, TestClock clock) {
        group.member("Ana").says("/every 6");

        clock.advance(Duration.ofHours(20));

        group.heard(at("again", 6));
        group.heard(at("again", 12));
        group.heard(at("again", 18));
        group.heardNothing();
    }

    @Test
    void schedulesComeEachTime(TestGroup group, TestClock clock, TimedBot bot) {
        clock.advance(Duration.ofDays(3));

        assertThat(bot.mornings).containsExactly(Instant.parse("2026-03-03T08:00:00Z"),
                Instant.parse("2026-03-04T08:00:00Z"), Instant.parse("2026-03-05T08:00:00Z"));
    }

    @Test
    void timersAndSchedulesMix(TestGroup group, TestClock clock) {
        TestMember ana = group.member("Ana");
        ana.says("/home");
        ana.says("/wait 22h");
        ana.says("/wait 1410m");

        clock.advance(Duration.ofDays(1));

        group.heard(at("22", 22));
        group.heard("morning at 2026-03-03T08:00:00Z");
        group.heard("23 at 2026-03-03T08:30:00Z");
    }

    /** After 25 hours the window is shut, and the hold of twelve hours ends before anybody writes. */
    @Test
    void whatIsHeldTooLongIsForgottenOnTheWay(TestGroup group, TestClock clock) {
        TestMember ana = group.member("Ana");
        ana.says("/wait 25h");

        clock.advance(Duration.ofDays(3));
        ana.says("I am back");

        group.heardNothing();
    }

    @Test
    void retriesComeAtTheirTimes(TestGroup group, TestClock clock, TestWhatsApp whatsApp) {
        TestMember ana = group.member("Ana");
        ana.says("/wait 1h");
        ana.says("/wait 2h");
        whatsApp.losesNextMessage();

        clock.advance(Duration.ofDays(3));

        group.heard(at("1", 1));
        group.heard(at("2", 2));
        group.heardNothing();
    }

    @Test
    void movesToAMoment(TestGroup group, TestClock clock) {
        group.member("Ana").says("/wait 1h");

        clock.advanceTo(START.plus(Duration.ofHours(1)));

        group.heard(at("1", 1));
    }
}
