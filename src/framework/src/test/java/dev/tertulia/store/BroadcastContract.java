package dev.tertulia.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.BroadcastStore.Batch;
import dev.tertulia.store.BroadcastStore.Glance;
import dev.tertulia.store.BroadcastStore.Started;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.BroadcastBench.entry;
import static dev.tertulia.store.BroadcastBench.started;
import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.state;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What a store of broadcasts promises, together with the outbox beside it. */
public interface BroadcastContract extends BroadcastCountContract {

    @Test
    default void knowsWhatWasStarted() {
        assertThat(broadcasts().start(started("b"), List.of("g", "h"))).isTrue();

        assertThat(broadcasts().find("b")).contains(started("b"));
        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.WAITING, 2));
        assertThat(broadcasts().find("c")).isEmpty();
        assertThat(broadcasts().progress("c")).isEmpty();
    }

    @Test
    default void startsAnameOnceHoweverManyTry() throws InterruptedException {
        assertThat(atOnce(20, () -> broadcasts().start(started("b"), List.of("g")))).containsOnlyOnce(true);

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.WAITING, 1));
    }

    @Test
    default void listsTheLatestFirst() {
        for (int i = 0; i < 3; i++) {
            broadcasts().start(new Started("b" + i, NOTICE, "label vip", NOW.plusSeconds(i)), List.of("g"));
        }

        assertThat(broadcasts().latest(2)).containsExactly("b2", "b1");
        assertThat(broadcasts().active()).containsExactly("b0", "b1", "b2");
    }

    @Test
    default void forgetsWhatIsTooOld() {
        broadcasts().start(started("b"), List.of("g"));
        broadcasts().start(new Started("c", NOTICE, "label vip", NOW.plus(BroadcastStore.KEPT).plusMillis(1)),
                List.of("g"));

        assertThat(broadcasts().latest(10)).containsExactly("c");
    }

    @Test
    default void movesGroupsIntoTheOutboxInOneStep() {
        long fence = lead();
        broadcasts().start(started("b"), List.of("g", "h", "i"));

        assertThat(broadcasts().next("b")).contains(new Batch(started("b"), List.of("g", "h", "i")));
        assertThat(broadcasts().feed(fence, "b", List.of(entry("g"), entry("h")))).isEqualTo(2);

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.WAITING, 1, RecipientStatus.QUEUED, 2));
        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactlyInAnyOrder(
                new DueQueue("g", Priority.BROADCAST), new DueQueue("h", Priority.BROADCAST));
        assertThat(broadcasts().next("b")).contains(new Batch(started("b"), List.of("i")));
    }

    @Test
    default void movesAGroupOnceHoweverOftenItIsTried() throws InterruptedException {
        long fence = lead();
        broadcasts().start(started("b"), List.of("g", "h"));
        List<Send> both = List.of(entry("g"), entry("h"));

        assertThat(atOnce(10, () -> broadcasts().feed(fence, "b", both))).containsOnlyOnce(2).contains(0);

        settle(fence, entry("g"), SettlementKind.SENT);
        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactly(new DueQueue("h", Priority.BROADCAST));
    }

    @Test
    default void movesNothingForAPumpWithoutTheLease() {
        long former = lead();
        outbox().release(former);
        outbox().lease("another", LONG);
        broadcasts().start(started("b"), List.of("g"));

        assertThat(broadcasts().feed(former, "b", List.of(entry("g")))).isZero();

        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.WAITING, 1));
        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 10)).isEmpty();
    }

    @Test
    default void leavesRoomForNoMoreThanSomeEntries() {
        List<String> groups = IntStream.range(0, BroadcastStore.MOST_IN_QUEUES + 5).mapToObj(i -> "g" + i).toList();
        long fence = lead();
        broadcasts().start(started("b"), groups);
        List<String> first = broadcasts().next("b").orElseThrow().groups();
        assertThat(first).isEqualTo(groups.subList(0, BroadcastStore.MOST_IN_QUEUES));
        broadcasts().feed(fence, "b", first.stream().map(BroadcastBench::entry).toList());

        assertThat(broadcasts().next("b")).isEmpty();
        settle(fence, entry("g0"), SettlementKind.HELD);
        settle(fence, unknown(entry("g1")), SettlementKind.AGAIN);

        assertThat(broadcasts().next("b").orElseThrow().groups()).hasSize(1);
    }

    @Test
    default void saysThatItWasStopped() {
        long fence = fed("g");
        broadcasts().stopped("b", true);

        assertThat(outbox().stopped("b")).isTrue();
        assertThat(outbox().stopped("c")).isFalse();
        assertThat(broadcasts().progress("b").map(BroadcastProgress::state))
                .contains(BroadcastProgress.State.STOPPED);
        settle(fence, entry("g"), SettlementKind.STOPPED);
        assertThat(broadcasts().next("b")).isEmpty();
        assertThat(broadcasts().feed(fence, "b", List.of(entry("g")))).isZero();
        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.WAITING, 1));
    }

    @Test
    default void goesOnWhereItWas() {
        long fence = fed("g");
        broadcasts().stopped("b", true);
        settle(fence, entry("g"), SettlementKind.STOPPED);

        broadcasts().stopped("b", false);

        assertThat(outbox().stopped("b")).isFalse();
        assertThat(broadcasts().next("b")).contains(new Batch(started("b"), List.of("g")));
        assertThat(broadcasts().feed(fence, "b", List.of(entry("g")))).isEqualTo(1);
        settle(fence, entry("g"), SettlementKind.SENT);
        assertThat(stands()).isEqualTo(Map.of(RecipientStatus.SENT, 1));
    }

    @Test
    default void isActiveUntilNothingIsLeft() {
        long fence = fed("g", "h");
        settle(fence, entry("g"), SettlementKind.SENT);
        settle(fence, entry("h"), SettlementKind.HELD);
        broadcasts().next("b");
        assertThat(broadcasts().active()).containsExactly("b");

        outbox().releaseHeld("h", NOW);
        settle(fence, entry("h"), SettlementKind.SENT);
        broadcasts().next("b");

        assertThat(broadcasts().active()).isEmpty();
        assertThat(broadcasts().progress("b").map(BroadcastProgress::state)).contains(BroadcastProgress.State.DONE);
    }

    @Test
    default void glancesAtWhatIsKnownOfGroups() {
        stores().inbox().accept(List.of(message("g", "1")), NOW);
        Claim claim = stores().inbox().claim(1, LONG).getFirst();
        stores().inbox().open(claim);
        InHand.commit(stores().inbox(), claim, state("facts", "{\"n\":1}"), NOW);

        assertThat(broadcasts().glance(List.of("h", "g"), "facts")).containsExactly(
                new Glance(Optional.empty(), Optional.empty()),
                new Glance(Optional.of(NOW.plusSeconds(24 * 60 * 60)), Optional.of("{\"n\":1}")));
    }
}
