package dev.tertulia.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.SendQueue.SettleResult;
import dev.tertulia.store.Inbox.Committed;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.BRIEF;
import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.sends;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.state;
import static dev.tertulia.store.Samples.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an inbox promises of a commit: an event goes with all its effects or not at all. */
public interface CommitContract extends StoreContract {

    private Inbox inbox() {
        return stores().inbox();
    }

    private Claim claimWith(String group, String... keys) {
        inbox().accept(Arrays.stream(keys).map(key -> message(group, key)).toList(), NOW);
        return inbox().claim(1, LONG).getFirst();
    }

    private Committed turn(Claim claim, Effects effects) {
        assertThat(inbox().open(claim).event()).isNotNull();
        return InHand.commit(inbox(), claim, effects, NOW);
    }

    private List<DueQueue> due() {
        return stores().outbox().due(LaneKind.MESSAGES, NOW, 10);
    }

    @Test
    default void tellsWhatIsRememberedWithoutAClaim() {
        turn(claimWith("g", "a"), state("x", "{}"));

        assertThat(inbox().state("g", "x")).contains("{}");
        assertThat(inbox().state("g", "y")).isEmpty();
        assertThat(inbox().state("other", "x")).isEmpty();
        assertThat(inbox().states("g")).isEqualTo(Map.of("x", "{}"));
        assertThat(inbox().states("other")).isEmpty();
    }

    @Test
    default void goesOnWhileThereIsMail() {
        Claim claim = claimWith("g", "a", "b");

        assertThat(turn(claim, Effects.NONE)).isEqualTo(Committed.MORE);
        assertThat(inbox().open(claim).event()).isEqualTo(message("g", "b"));
        assertThat(turn(claim, Effects.NONE)).isEqualTo(Committed.DONE);
        assertThat(inbox().claim(10, LONG)).isEmpty();
    }

    @Test
    default void goesOnWithMailThatCameMeanwhile() {
        Claim claim = claimWith("g", "a");
        assertThat(inbox().open(claim).event()).isEqualTo(message("g", "a"));
        inbox().accept(List.of(message("g", "b")), NOW);

        assertThat(InHand.commit(inbox(), claim, Effects.NONE, NOW)).isEqualTo(Committed.MORE);
        assertThat(inbox().open(claim).event()).isEqualTo(message("g", "b"));
    }

    @Test
    default void takesEffectOnceWhenItIsRepeated() {
        Claim claim = claimWith("g", "a", "b");
        Mail mail = inbox().open(claim);

        inbox().commit(claim, mail, new TurnCommit(sends(send("g", "1")), null, null), NOW);
        CommitResult again = inbox().commit(claim, mail, new TurnCommit(sends(send("g", "1")), null, null), NOW);

        assertThat(again.committed()).isEqualTo(Committed.MORE);
        assertThat(Objects.requireNonNull(again.next()).event()).isEqualTo(message("g", "b"));
        assertThat(stores().outbox().counts().waiting()).isEqualTo(1);
    }

    @Test
    default void isOverWhenItIsDone() {
        Claim claim = claimWith("g", "a");
        turn(claim, Effects.NONE);

        assertThat(inbox().open(claim).event()).isNull();
        assertThat(InHand.commit(inbox(), claim, sends(send("g", "1")), NOW)).isEqualTo(Committed.LOST);
        assertThat(due()).isEmpty();
        assertThat(claimWith("g", "b").token()).isGreaterThan(claim.token());
    }

    @Test
    default void remembersWhatBotsRemember() {
        Claim claim = claimWith("g", "a", "b", "c");

        turn(claim, new Effects(Map.of("x", Optional.of("{\"n\":1}"), "y", Optional.of("{}")), List.of(), List.of(),
                List.of(), List.of(), null));
        assertThat(inbox().open(claim).state()).isEqualTo(Map.of("x", "{\"n\":1}", "y", "{}"));

        turn(claim, state("x", "{\"n\":2}"));
        turn(claim, state("y", null));
        assertThat(inbox().open(claimWith("g", "d")).state()).isEqualTo(Map.of("x", "{\"n\":2}"));
    }

    @Test
    default void keepsStatesOfGroupsApart() {
        turn(claimWith("g", "a"), state("x", "{}"));

        assertThat(inbox().open(claimWith("h", "a")).state()).isEmpty();
    }

    @Test
    default void putsSendsIntoTheOutboxInTheirOrder() {
        turn(claimWith("g", "a"), sends(send("g", "1"), operation("g", "2"), send("g", "3")));

        long fence = stores().outbox().lease("pump", LONG).getAsLong();
        DueQueue next = new DueQueue("g", Priority.REPLY);
        assertThat(due()).containsExactly(next);
        assertThat(InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, next)).contains(send("g", "1"));
        InHand.settle(stores().outbox(), fence, settlement(send("g", "1"), SettlementKind.SENT));
        assertThat(InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, next)).contains(send("g", "3"));
        assertThat(InHand.begin(stores().outbox(), fence, LaneKind.OPERATIONS, next)).contains(operation("g", "2"));
    }

    @Test
    default void buriesAnEventAndGoesOn() {
        Claim claim = claimWith("g", "a", "b");

        assertThat(turn(claim, new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(), "it \"failed\"")))
                .isEqualTo(Committed.MORE);
        assertThat(inbox().open(claim).event()).isEqualTo(message("g", "b"));
        assertThat(turn(claim, Effects.NONE)).isEqualTo(Committed.DONE);
    }

    @Test
    default void writesNothingOnceTheClaimIsLost() {
        inbox().accept(List.of(message("g", "a")), NOW);
        Claim lost = inbox().claim(1, BRIEF).getFirst();
        inbox().open(lost);
        Claim kept = await().until(() -> inbox().claim(1, LONG), claims -> !claims.isEmpty()).getFirst();

        Committed committed = InHand.commit(inbox(), lost, new Effects(Map.of("x", Optional.of("{}")),
                List.of(send("g", "1")), List.of(timer("g", "t", "1", NOW)), List.of(), List.of(), "dead"), NOW);

        assertThat(committed).isEqualTo(Committed.LOST);
        assertThat(inbox().open(kept).event()).isEqualTo(message("g", "a"));
        assertThat(inbox().open(kept).state()).isEmpty();
        assertThat(due()).isEmpty();
        assertThat(inbox().fireTimers(NOW.plus(LONG), 10)).isZero();
    }

    private CommitResult commit(Claim claim, Effects effects, @Nullable Departure departure) {
        Mail mail = inbox().open(claim);
        assertThat(mail.event()).isNotNull();
        return inbox().commit(claim, mail, new TurnCommit(effects, departure, null), NOW);
    }

    private long lead() {
        return stores().outbox().lease("pump", LONG).getAsLong();
    }

    private static Departure departure(long fence) {
        return new Departure(fence, LaneKind.MESSAGES, "g", NOW);
    }

    @Test
    default void opensTheNextEvent() {
        Claim claim = claimWith("g", "a", "b");

        CommitResult result = commit(claim, state("x", "{}"), null);

        Mail next = Objects.requireNonNull(result.next());
        assertThat(result).isEqualTo(new CommitResult(Committed.MORE,
                new Mail(message("g", "b"), 0, Map.of("x", "{}"), false, next.stored()), null));
        inbox().giveBack(claim, Duration.ZERO, true);
        assertThat(inbox().open(inbox().claim(1, LONG).getFirst()).attempts()).isEqualTo(1);
    }

    @Test
    default void tellsWhereEntriesOfTheGroupAreBlocked() {
        Claim claim = claimWith("g", "a", "b", "c", "d");
        long fence = lead();
        assertThat(inbox().open(claim).blocked()).isFalse();

        Begun first = commit(claim, sends(send("g", "1")), departure(fence)).begun();
        stores().outbox().settle(first, settlement(send("g", "1"), SettlementKind.HELD));
        assertThat(inbox().open(claim).blocked()).isTrue();

        stores().outbox().releaseHeld("g", NOW);
        assertThat(inbox().open(claim).blocked()).isFalse();

        Begun again = commit(claim, Effects.NONE, departure(fence)).begun();
        stores().outbox().settle(again, settlement(send("g", "1"), SettlementKind.PARKED));
        assertThat(commit(claim, Effects.NONE, null).next().blocked()).isTrue();
    }

    @Test
    default void takesTheEntryInHandThatItStores() {
        long fence = lead();

        Begun begun = commit(claimWith("g", "a"), sends(send("g", "1")), departure(fence)).begun();

        assertThat(begun.send()).isEqualTo(send("g", "1"));
        assertThat(due()).isEmpty();
        assertThat(stores().outbox().inHand("g", "1")).isTrue();
        assertThat(stores().outbox().settle(begun, settlement(send("g", "1"), SettlementKind.SENT)))
                .isEqualTo(SettleResult.SETTLED);
    }

    @Test
    default void takesTheFirstEntryOfTheLaneInHand() {
        long fence = lead();
        stores().outbox().add(send("g", "0"));

        Begun begun = commit(claimWith("g", "a"), sends(operation("g", "1"), send("g", "2")), departure(fence)).begun();

        assertThat(begun.send()).isEqualTo(send("g", "0"));
        assertThat(stores().outbox().settle(begun, settlement(send("g", "0"), SettlementKind.SENT)))
                .isEqualTo(SettleResult.MORE);
        assertThat(due()).containsExactly(new DueQueue("g", Priority.REPLY));
    }

    @Test
    default void takesNothingInHandForAPumpThatLostItsLease() {
        assertThat(commit(claimWith("g", "a"), sends(send("g", "1")), departure(lead() + 1)).begun()).isNull();
        assertThat(due()).containsExactly(new DueQueue("g", Priority.REPLY));
    }

    @Test
    default void takesNothingInHandWhileAnEntryIsOnItsWay() {
        long fence = lead();
        Claim claim = claimWith("g", "a", "b");
        Begun first = commit(claim, sends(send("g", "1")), departure(fence)).begun();

        assertThat(commit(claim, sends(send("g", "2")), departure(fence)).begun()).isNull();

        assertThat(stores().outbox().settle(first, settlement(send("g", "1"), SettlementKind.SENT)))
                .isEqualTo(SettleResult.MORE);
    }

    @Test
    default void takesNothingInHandOfAParkedGroup() {
        long fence = lead();
        Claim claim = claimWith("g", "a", "b");
        Begun first = commit(claim, sends(send("g", "1")), departure(fence)).begun();
        stores().outbox().settle(first, settlement(send("g", "1"), SettlementKind.PARKED));

        assertThat(commit(claim, sends(send("g", "2")), departure(fence)).begun()).isNull();
    }

    @Test
    default void takesNothingInHandThatIsNotDue() {
        long fence = lead();
        Claim claim = claimWith("g", "a", "b");
        Begun first = commit(claim, sends(send("g", "1")), departure(fence)).begun();
        assertThat(stores().outbox().settle(first, settlement(send("g", "1"), SettlementKind.AGAIN, NOW.plus(LONG))))
                .isEqualTo(SettleResult.SETTLED);

        assertThat(commit(claim, Effects.NONE, departure(fence)).begun()).isNull();
    }

    @Test
    default void putsBackWhatWasNotSent() {
        long fence = lead();
        Claim claim = claimWith("g", "a");
        Begun begun = commit(claim, sends(send("g", "1"), send("g", "2")), departure(fence)).begun();

        stores().outbox().putBack(begun);

        assertThat(stores().outbox().inHand("g", "1")).isFalse();
        assertThat(InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, due().getFirst()))
                .contains(send("g", "1"));
    }
}
