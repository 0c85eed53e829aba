package dev.tertulia.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.timer;
import static dev.tertulia.store.Samples.timers;
import static org.assertj.core.api.Assertions.assertThat;

/** What an inbox promises of timers. */
public interface TimerContract extends StoreContract {

    Instant LATER = NOW.plusSeconds(60);

    /** The id of the phone number that the stores belong to. */
    String number();

    private Inbox inbox() {
        return stores().inbox();
    }

    private void turn(String group, String key, Effects effects) {
        inbox().accept(List.of(message(group, key)), NOW);
        Claim claim = inbox().claim(1, LONG).getFirst();
        inbox().open(claim);
        InHand.commit(inbox(), claim, effects, NOW);
    }

    private static Effects cancel(String name, StartTimer... started) {
        return new Effects(Map.of(), List.of(), List.of(started),
                List.of(new CancelTimers("g", name, null)), List.of(), null);
    }

    /** Fires what has run out by then; the payloads in the order of their handling. */
    private List<String> fire(Instant now) {
        inbox().fireTimers(now, 100);
        List<String> payloads = new ArrayList<>();
        for (Claim claim : inbox().claim(100, LONG)) {
            do {
                payloads.add(((TimerFired) inbox().open(claim).event()).payload());
            } while (InHand.commit(inbox(), claim, Effects.NONE, NOW) == Inbox.Committed.MORE);
        }
        return payloads;
    }

    @Test
    default void firesOnceWhenItIsTime() {
        turn("g", "a", timers(timer("g", "t", "1", LATER)));

        assertThat(inbox().fireTimers(LATER.minusMillis(1), 10)).isZero();
        assertThat(inbox().fireTimers(LATER, 10)).isEqualTo(1);
        assertThat(inbox().fireTimers(LATER.plus(LONG), 10)).isZero();

        assertThat(inbox().open(inbox().claim(1, LONG).getFirst()).event()).isEqualTo(
                new TimerFired(new Origin(number(), "", "g", LATER, "timer:1"), "t", "payload of 1"));
    }

    @Test
    default void tellsWhichRunInAGroup() {
        StartTimer first = timer("g", "t", "1", LATER);
        StartTimer second = timer("g", "u", "2", LATER.plusSeconds(1));
        inbox().startTimer(first);
        inbox().startTimer(second);
        inbox().startTimer(timer("h", "t", "1", LATER));
        assertThat(inbox().timers("g")).containsExactlyInAnyOrder(first, second);

        inbox().fireTimers(LATER, 10);

        assertThat(inbox().timers("g")).containsExactly(second);
    }

    @Test
    default void firesWithoutATurn() {
        inbox().startTimer(timer("g", "t", "1", LATER));

        assertThat(fire(LATER)).containsExactly("payload of 1");
    }

    @Test
    default void firesForAnotherGroup() {
        turn("g", "a", timers(timer("h", "t", "1", LATER)));

        inbox().fireTimers(LATER, 10);

        assertThat(inbox().claim(10, LONG)).extracting(Claim::group).containsExactly("h");
    }

    @Test
    default void firesTheEarliestFirstAndNoMoreThanAsked() {
        turn("g", "a", timers(timer("g", "t", "3", LATER.plusMillis(2)), timer("g", "t", "1", LATER),
                timer("g", "t", "2", LATER)));

        assertThat(inbox().fireTimers(LATER.plus(LONG), 1)).isEqualTo(1);
        assertThat(inbox().fireTimers(LATER.plus(LONG), 10)).isEqualTo(2);
        assertThat(fire(LATER)).containsExactly("payload of 1", "payload of 2", "payload of 3");
    }

    @Test
    default void reachesAGroupThatIsInHand() {
        inbox().startTimer(timer("g", "t", "1", LATER));
        inbox().accept(List.of(message("g", "a")), NOW);
        Claim claim = inbox().claim(1, LONG).getFirst();
        inbox().open(claim);

        inbox().fireTimers(LATER, 10);

        assertThat(inbox().claim(10, LONG)).isEmpty();
        assertThat(InHand.commit(inbox(), claim, Effects.NONE, NOW)).isEqualTo(Inbox.Committed.MORE);
        assertThat(inbox().open(claim).event()).isInstanceOf(TimerFired.class);
    }

    @Test
    default void cancelsByNameInItsGroup() {
        turn("g", "a", timers(timer("g", "t", "1", LATER), timer("g", "t", "2", LATER), timer("g", "u", "3", LATER)));
        inbox().startTimer(timer("h", "t", "4", LATER));

        turn("g", "b", cancel("t"));

        assertThat(fire(LATER)).containsExactlyInAnyOrder("payload of 3", "payload of 4");
    }

    @Test
    default void cancelsByKeyAlsoInOtherGroups() {
        inbox().startTimer(keyed("g", "1", "ana"));
        inbox().startTimer(keyed("g", "2", "ben"));
        inbox().startTimer(keyed("h", "3", "ana"));
        inbox().startTimer(timer("h", "t", "4", LATER));

        turn("g", "a", new Effects(Map.of(), List.of(), List.of(), List.of(new CancelTimers("g", "t", "ana"),
                new CancelTimers("h", "t", "ana")), List.of(), null));

        assertThat(fire(LATER)).containsExactlyInAnyOrder("payload of 2", "payload of 4");
    }

    private static StartTimer keyed(String group, String id, String key) {
        return new StartTimer(group, "t", id, LATER, "payload of " + id, key, "US.1");
    }

    @Test
    default void firesWithItsKeyAndMember() {
        inbox().startTimer(keyed("g", "1", "ana"));
        inbox().fireTimers(LATER, 100);

        TimerFired fired = (TimerFired) inbox().open(inbox().claim(1, LONG).getFirst()).event();

        assertThat(fired.key()).isEqualTo("ana");
        assertThat(fired.member()).isEqualTo("US.1");
    }

    @Test
    default void cancelsWithoutATurn() {
        turn("g", "a", timers(timer("g", "t", "1", LATER), timer("g", "u", "2", LATER)));

        inbox().cancelTimers("g", "t");

        assertThat(fire(LATER)).containsExactly("payload of 2");
    }

    @Test
    default void cancelsBeforeItStartsNewOnes() {
        turn("g", "a", timers(timer("g", "t", "1", LATER)));

        turn("g", "b", cancel("t", timer("g", "t", "2", LATER)));

        assertThat(fire(LATER)).containsExactly("payload of 2");
    }

    @Test
    default void replacesATimerOfTheSameId() {
        turn("g", "a", timers(timer("g", "t", "1", LATER)));
        StartTimer again = new StartTimer("g", "t", "1", LATER.plus(LONG), "again");

        inbox().startTimer(again);

        assertThat(fire(LATER)).isEmpty();
        assertThat(fire(LATER.plus(LONG))).containsExactly("again");
    }

    @Test
    default void keepsTimersOfTheSameIdInTwoGroupsApart() {
        inbox().startTimer(timer("g", "t", "1", LATER));
        inbox().startTimer(timer("h", "t", "1", LATER));

        assertThat(inbox().fireTimers(LATER, 10)).isEqualTo(2);
    }

    @Test
    default void firesOnceHoweverManyReplicasLook() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            inbox().startTimer(timer("g" + i % 7, "t", "id" + i, LATER));
        }

        List<Integer> fired = atOnce(8, () -> inbox().fireTimers(LATER, 20));

        int rest = inbox().fireTimers(LATER, 100);
        assertThat(fired.stream().mapToInt(Integer::intValue).sum() + rest).isEqualTo(50);
        assertThat(fire(LATER)).hasSize(50).doesNotHaveDuplicates();
    }

    private void start(String group, int timers, Instant at) {
        for (int i = 0; i < timers; i++) {
            inbox().startTimer(timer(group, "t", "id" + i, at));
        }
    }

    @Test
    default void oneGroupWithVeryManyDelaysNoOther() {
        start("busy", 400, NOW);
        start("calm", 1, LATER);

        inbox().fireTimers(LATER, 100);

        assertThat(inbox().claim(10, LONG)).extracting(Claim::group).contains("calm");
    }

    @Test
    default void groupsTakeTurns() {
        for (int i = 0; i < 150; i++) {
            start("busy" + i, 3, NOW);
        }
        start("calm", 1, LATER);

        inbox().fireTimers(LATER, 100);
        assertThat(inbox().claim(1_000, LONG)).extracting(Claim::group).hasSize(100).doesNotContain("calm");
        inbox().fireTimers(LATER, 100);

        assertThat(inbox().claim(1_000, LONG)).extracting(Claim::group).contains("calm");
    }

    @Test
    default void whoStartsMoreGetsNoMoreTurns() {
        start("busy", 4, NOW);
        start("calm", 1, NOW.plusMillis(1));
        assertThat(inbox().fireTimers(LATER, 1)).isEqualTo(1);
        assertThat(inbox().claim(10, LONG)).extracting(Claim::group).containsExactly("busy");
        inbox().startTimer(timer("busy", "t", "more", LATER));

        inbox().fireTimers(LATER, 1);

        assertThat(inbox().claim(10, LONG)).extracting(Claim::group).containsExactly("calm");
    }

    @Test
    default void firesAllThatHaveRunOut() {
        start("g", 25, NOW);
        start("h", 5, LATER);
        start("i", 1, LATER.plus(LONG));

        int fired = 0;
        for (int more = 1; more > 0; fired += more) {
            more = inbox().fireTimers(LATER, 4);
        }

        assertThat(fired).isEqualTo(30);
        assertThat(inbox().fireTimers(LATER.plus(LONG), 4)).isEqualTo(1);
    }

    @Test
    default void firesWhatIsLeftAfterTheFirstWasCancelled() {
        inbox().startTimer(timer("g", "t", "1", NOW));
        inbox().startTimer(timer("g", "u", "2", LATER));
        inbox().cancelTimers("g", "t");

        assertThat(inbox().fireTimers(NOW, 10)).isZero();
        assertThat(inbox().fireTimers(LATER, 10)).isEqualTo(1);
        assertThat(inbox().countTimers("g")).isZero();
    }

    @Test
    default void countsTheTimersOfAGroup() {
        start("g", 3, LATER);
        start("h", 1, LATER);
        inbox().startTimer(timer("g", "t", "id0", LATER));
        assertThat(inbox().countTimers("g")).isEqualTo(3);

        inbox().cancelTimers("g", "t");

        assertThat(inbox().countTimers("g")).isZero();
    }
}
