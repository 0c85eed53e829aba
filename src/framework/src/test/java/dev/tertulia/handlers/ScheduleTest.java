package dev.tertulia.handlers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.Events;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;
import dev.tertulia.store.StartTimer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A schedule fires once at each of its moments, late rather than never, and no longer than it is wanted. */
class ScheduleTest {

    private static final String ACCOUNT = Origin.account(Events.NUMBER);
    private static final List<String> DUE = new ArrayList<>();
    private static boolean fails;

    record Count(int times) {}

    @Bot
    static final class ClockBot {

        /** The clocks of tests start on a Monday at 9:00 UTC, which is 10:00 in Madrid. */
        @OnSchedule(value = "0 11 * * MON-FRI", zone = "Europe/Madrid")
        void strike(TimerFired fired, State<Count> strikes) {
            strikes.update(before -> new Count(before.times() + 1));
            DUE.add(fired.payload() + " #" + strikes.get().times());
            assertThat(fired.origin().number()).isEqualTo(Events.NUMBER);
            if (fails) {
                throw new IllegalStateException("stuck");
            }
        }
    }

    @Bot
    static final class OtherBot {

        @OnTimer("tea")
        Notice tea() {
            return Reply.text("tea").orDrop();
        }
    }

    @Bot
    static final class AnsweringBot {

        @OnSchedule("0 9 * * *")
        String strike() {
            return "bong";
        }
    }

    @Bot
    static final class GroupBot {

        @OnSchedule("0 9 * * *")
        void strike(Group group) {}
    }

    @Bot
    static final class FundayBot {

        @OnSchedule("0 9 * * FUNDAY")
        void strike() {}
    }

    @Bot
    static final class TwinBot {

        @OnSchedule("0 9 * * *")
        void strike() {}

        @OnSchedule("0 10 * * *")
        void strike(TimerFired fired) {}
    }

    private final TestLine line = Bots.line(ClockBot.class);

    @BeforeEach
    void begin() {
        DUE.clear();
        fails = false;
        line.settle();
    }

    @Test
    void firesWhenItIsTimeAndAgainTheNextDay() {
        line.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(DUE).isEmpty();

        line.advance(Duration.ofMillis(1));
        line.advance(Duration.ofDays(1));

        assertThat(DUE).containsExactly("2026-03-02T10:00:00Z #1", "2026-03-03T10:00:00Z #2");
    }

    @Test
    void whatWasMissedWhileNobodyRanFiresOnceAndLate() {
        line.clock().advance(Duration.ofDays(3));

        line.restarted().settle();

        assertThat(DUE).containsExactly("2026-03-02T10:00:00Z #1");
        assertThat(line.inbox().timers(ACCOUNT)).extracting(StartTimer::at)
                .containsExactly(Instant.parse("2026-03-05T10:00:00Z"));
    }

    @Test
    void whatWasMissedAfterALaterFiringFiresToo() {
        line.advance(Duration.ofHours(1));
        line.inbox().cancelTimers(ACCOUNT, line.inbox().timers(ACCOUNT).getFirst().name());
        line.clock().advance(Duration.ofDays(1).plusHours(5));

        line.restarted().settle();

        assertThat(DUE).containsExactly("2026-03-02T10:00:00Z #1", "2026-03-03T10:00:00Z #2");
    }

    @Test
    void aMomentThatFiresTwiceIsHandledOnce() {
        StartTimer timer = line.inbox().timers(ACCOUNT).getFirst();
        line.advance(Duration.ofHours(1));

        line.inbox().startTimer(timer);
        line.settle();

        assertThat(DUE).hasSize(1);
    }

    @Test
    void goesOnAfterAHandlerThatFailed() {
        fails = true;
        line.advance(Duration.ofHours(1));
        assertThat(DUE).hasSize(3);
        fails = false;

        line.advance(Duration.ofDays(1));

        assertThat(DUE).last().isEqualTo("2026-03-03T10:00:00Z #1");
    }

    @Test
    void aHandlerThatDisappearedFiresNoMore() {
        TestLine without = line.restartedWith(Bots.found(OtherBot.class));
        without.settle();

        assertThat(without.inbox().timers(ACCOUNT)).isEmpty();
    }

    @Test
    void anExpressionThatChangedFiresNoMore() {
        StartTimer now = line.inbox().timers(ACCOUNT).getFirst();
        line.inbox().cancelTimers(ACCOUNT, now.name());
        StartTimer earlier = new StartTimer(ACCOUNT, now.name(), now.name() + " 5 10 * * * Europe/Madrid",
                Events.NOW.plusSeconds(300), Events.NOW.plusSeconds(300).toString());
        line.inbox().startTimer(earlier);

        line.restarted().settle();

        assertThat(line.inbox().timers(ACCOUNT)).containsExactly(now);
    }

    @Test
    void isRefusedWhereItCannotBeMeant() {
        Bots.refuses(AnsweringBot.class,
                "AnsweringBot.strike() returns String, but a schedule without groups belongs to no group;"
                        + " return"
                        + " void and send through Groups or Broadcasts, for example groups.group(id).send(…)");
        Bots.refuses(GroupBot.class,
                "GroupBot.strike(Group): parameter 'group' is a Group, but a schedule belongs to none;"
                        + " write groups = \"label\" into the annotation, or"
                        + " take Groups or Broadcasts");
        Bots.refuses(FundayBot.class,
                "FundayBot.strike(): \"0 9 * * FUNDAY\" is no schedule: the day of the week 'FUNDAY' is none:"
                        + " it can be 0 to 7 or SUN to SAT, alone, as 1-3, 1,3, * or */2; write minute, hour, day of the month, month and day of the week, such as"
                        + " \"0 9 * * MON-FRI\"");
        Bots.refuses(TwinBot.class, "two handlers for the schedule TwinBot.strike:"
                + " TwinBot.strike() and TwinBot.strike(TimerFired); rename one of the schedules");
    }

    @Test
    void noTimerOfABotTakesItsName() {
        assertThatIllegalArgumentException().isThrownBy(() -> line.group("G").startTimer("@tea", Duration.ZERO))
                .withMessage("timer '@tea' is called like one of a schedule; leave the @ out");
    }
}
