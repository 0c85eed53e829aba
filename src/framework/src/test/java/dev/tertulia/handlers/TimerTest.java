package dev.tertulia.handlers;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;
import dev.tertulia.message.TimerFired;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.StartTimer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A timer that a turn starts fires in its group when its time has come, once. */
class TimerTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class EggBot {

        @OnCommand("egg {after} {kind...}")
        void egg(Group group, Duration after, String kind) {
            group.startTimer("egg", after, kind);
        }

        @OnCommand("again {after}")
        void again(Group group, Duration after) {
            group.cancelTimers("egg");
            group.startTimer("egg", after, "again");
        }

        @OnCommand("never {after}")
        void never(Group group, Duration after) {
            group.startTimer("egg", after, "never");
            group.cancelTimers("egg");
        }

        @OnCommand("stop")
        void stop(Group group) {
            group.cancelTimers("egg");
        }

        @OnCommand("past")
        void past(Group group) {
            group.startTimer("egg", Duration.ofSeconds(-1));
        }

        @OnCommand("blank")
        void blank(Group group) {
            group.startTimer(" ", Duration.ZERO);
        }

        @OnCommand("fail {after}")
        void fail(Group group, Duration after) {
            group.startTimer("egg", after);
            throw new IllegalStateException("dropped it");
        }

        @OnCommand("reserve {after} {table}")
        void reserve(Group group, Duration after, String table) {
            group.timer("table").key(table).start(after, table + " for " + after.toMinutes());
        }

        @OnCommand("nap {after}")
        void nap(Group group, Member sender, Duration after) {
            group.timer("nap").of(sender).start(after);
            group.timer("nap").of(sender).start(after.multipliedBy(2));
        }

        @OnTimer("table")
        Notice table(String table) {
            return Reply.text(table).orDrop();
        }

        @OnTimer("nap")
        Notice nap(Member sleeper) {
            return Reply.text("wake up, " + sleeper.name()).orDrop();
        }

        @OnTimer("egg")
        Notice done(TimerFired timer) {
            return Reply.text("egg " + timer.payload()).orDrop();
        }
    }

    private final TestLine line = Bots.line(EggBot.class);

    @Test
    void firesWhenItsTimeHasComeWithItsPayload() {
        line.receive(IN_GROUP.says("/egg 4m soft\nand warm"));

        line.advance(Duration.ofMinutes(4).minusMillis(1));
        assertThat(line.said()).isEmpty();
        line.advance(Duration.ofMillis(1));

        assertThat(line.said()).containsExactly("egg soft\nand warm");
    }

    @Test
    void firesOnce() {
        line.receive(IN_GROUP.says("/egg 4m soft"));

        line.advance(Duration.ofMinutes(5));
        line.advance(Duration.ofMinutes(5));

        assertThat(line.said()).containsExactly("egg soft");
    }

    @Test
    void firesInTheOrderOfTime() {
        line.receive(IN_GROUP.says("/egg 9m hard"), IN_GROUP.says("/egg 4m soft"));

        line.advance(Duration.ofHours(1));

        assertThat(line.said()).containsExactly("egg soft", "egg hard");
    }

    @Test
    void firesInItsGroup() {
        line.receive(IN_GROUP.says("/egg 4m soft"), Events.in("H").says("hi"));

        line.advance(Duration.ofMinutes(4));

        assertThat(line.graph().asked()).extracting("group").containsExactly("G");
    }

    @Test
    void canBeStopped() {
        line.receive(IN_GROUP.says("/egg 4m soft"), Events.in("H").says("/egg 4m hard"), IN_GROUP.says("/stop"));

        line.advance(Duration.ofMinutes(4));

        assertThat(line.said()).containsExactly("egg hard");
    }

    @Test
    void canBeReplacedInOneTurn() {
        line.receive(IN_GROUP.says("/egg 4m soft"), IN_GROUP.says("/again 6m"));

        line.advance(Duration.ofMinutes(10));

        assertThat(line.said()).containsExactly("egg again");
    }

    @Test
    void thereIsOneOfEachKey() {
        line.receive(IN_GROUP.says("/reserve 4m window"), IN_GROUP.says("/reserve 5m door"),
                IN_GROUP.says("/reserve 6m window"));

        line.advance(Duration.ofMinutes(10));

        assertThat(line.said()).containsExactly("door for 5", "window for 6");
    }

    @Test
    void thereIsOneOfEachMemberInOneTurnToo() {
        line.receive(IN_GROUP.says("/nap 4m"), IN_GROUP.by(Events.BEN).says("/nap 3m"));

        line.advance(Duration.ofMinutes(7));
        assertThat(line.said()).containsExactly("wake up, Ben");
        line.advance(Duration.ofMinutes(1));

        assertThat(line.said()).containsExactly("wake up, Ben", "wake up, Ana");
    }

    @Test
    void thereIsOneOfEachKeyOutsideOfATurnToo() {
        line.group("G").timer("table").key("window").start(Duration.ofMinutes(4), "first");
        line.group("G").timer("table").key("window").start(Duration.ofMinutes(5), "second");

        assertThat(line.inbox().timers("G")).extracting(StartTimer::payload).containsExactly("second");
    }

    @Test
    void canBeStoppedInTheTurnThatStartsIt() {
        line.receive(IN_GROUP.says("/never 4m"));

        line.advance(Duration.ofMinutes(4));

        assertThat(line.said()).isEmpty();
    }

    @Test
    void isNotStartedByATurnThatFailed() {
        line.receive(IN_GROUP.says("/fail 4m"));

        line.advance(Duration.ofMinutes(4));

        assertThat(line.said()).isEmpty();
    }

    @Test
    void doesNotStartInThePast() {
        line.receive(IN_GROUP.says("/past"));

        assertThat(line.inbox().deadLetters()).containsExactly("EggBot.past(Group) failed, and trying again cannot"
                + " help: dev.tertulia.message.InvalidArgument: timer 'egg' would start in the past: PT-1S");
    }

    @Test
    void needsAName() {
        line.receive(IN_GROUP.says("/blank"));

        assertThat(line.inbox().deadLetters()).containsExactly("EggBot.blank(Group) failed, and trying again cannot"
                + " help: dev.tertulia.message.InvalidArgument: a timer needs a name of one line, the same as in @OnTimer");
    }

    private static StartTimer egg(int n) {
        return new StartTimer("G", "egg", "id" + n, Events.NOW.plus(Duration.ofDays(1)), "");
    }

    @Test
    void isRefusedBeyondTheMostOfAGroup() {
        IntStream.range(0, Inbox.MOST_TIMERS - 1).forEach(n -> line.inbox().startTimer(egg(n)));

        line.receive(IN_GROUP.says("/egg 1m last"), IN_GROUP.says("/egg 1m one more"));

        assertThat(line.inbox().countTimers("G")).isEqualTo(Inbox.MOST_TIMERS);
        assertThat(line.journal(Step.DEAD)).singleElement().asString().contains("group G has 1000 timers, which is the"
                + " most; stop those that are no longer needed with group.cancelTimers(…), or keep a list in a State and"
                + " one timer for the next of it");
    }

    @Test
    void isTakenWhereTheTurnMakesRoom() {
        IntStream.range(0, Inbox.MOST_TIMERS).forEach(n -> line.inbox().startTimer(egg(n)));

        line.receive(IN_GROUP.says("/again 1m"));

        assertThat(line.journal(Step.DEAD)).isEmpty();
        assertThat(line.inbox().countTimers("G")).isEqualTo(1);
    }

    @Test
    void isRefusedBeyondTheMostOutsideOfATurnToo() {
        IntStream.range(0, Inbox.MOST_TIMERS).forEach(n -> line.inbox().startTimer(egg(n)));
        Group group = line.group("G");

        assertThatThrownBy(() -> group.startTimer("egg", Duration.ofHours(1), "x")).isInstanceOf(InvalidState.class)
                .hasMessageStartingWith("group G has 1000 timers");
    }

    @Test
    void isRefusedWhereItCarriesTooMuch() {
        Group group = line.group("G");

        assertThatThrownBy(() -> group.startTimer("egg", Duration.ofHours(1), "x".repeat(10_001)))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage(
                        "timer 'egg' would carry 10001 characters; 10000 are the most, so keep the rest in a State");
    }
}
