package dev.tertulia.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.BRIEF;
import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an outbox promises of the pump's lease: one pump at a time, and one that lost it changes nothing. */
public interface LeaseContract extends StoreContract {

    DueQueue NEXT = new DueQueue("g", Priority.REPLY);

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private long takeOver() {
        return await().until(() -> outbox().lease("second", LONG), OptionalLong::isPresent).getAsLong();
    }

    @Test
    default void leasesToOneOwner() {
        assertThat(outbox().lease("first", LONG)).isPresent();
        assertThat(outbox().lease("second", LONG)).isEmpty();
    }

    @Test
    default void keepsTheFenceOfWhoRenews() {
        OptionalLong fence = outbox().lease("first", LONG);

        assertThat(outbox().lease("first", LONG)).isEqualTo(fence);
    }

    @Test
    default void renewsForAnotherWhile() {
        outbox().lease("first", BRIEF);
        outbox().lease("first", LONG);
        stores().inbox().accept(List.of(Samples.message("g", "a")), NOW);
        stores().inbox().claim(1, BRIEF);

        // a claim of the first length has run out meanwhile
        await().until(() -> !stores().inbox().claim(1, LONG).isEmpty());
        assertThat(outbox().lease("second", LONG)).isEmpty();
    }

    @Test
    default void leasesToAnotherWhenItRanOut() {
        long first = outbox().lease("first", BRIEF).getAsLong();

        assertThat(takeOver()).isGreaterThan(first);
        assertThat(outbox().lease("first", LONG)).isEmpty();
    }

    /** Whatever it had in hand is still in its hand, so a process that was only slow loses nothing. */
    @Test
    default void keepsTheFenceOfWhoLeasesAgainBeforeAnybodyElse() {
        outbox().add(send("g", "1"));
        long fence = outbox().lease("first", BRIEF).getAsLong();
        awaitEnd(fence);

        assertThat(outbox().lease("first", fence, LONG)).hasValue(fence);

        assertThat(InHand.interrupted(outbox(), fence)).isEmpty();
        assertThat(InHand.begin(outbox(), fence, LaneKind.MESSAGES, NEXT)).contains(send("g", "1"));
        assertThat(InHand.settle(outbox(), fence, settlement(send("g", "1"), SettlementKind.SENT))).isTrue();
    }

    @Test
    default void givesANewFenceToWhoGaveTheLeaseBack() {
        long first = outbox().lease("first", LONG).getAsLong();
        outbox().release(first);

        assertThat(outbox().lease("first", LONG).getAsLong()).isGreaterThan(first);
    }

    @Test
    default void givesANewFenceToWhoLeasesAgainAfterAnother() {
        long first = outbox().lease("first", BRIEF).getAsLong();
        long second = takeOver();
        outbox().release(second);

        assertThat(outbox().lease("first", first, LONG).getAsLong()).isGreaterThan(second);
    }

    @Test
    default void leasesToAnotherAtOnceWhenItIsGivenBack() {
        long first = outbox().lease("first", LONG).getAsLong();

        outbox().release(first);

        OptionalLong second = outbox().lease("second", LONG);
        assertThat(second).isPresent();
        assertThat(second.getAsLong()).isGreaterThan(first);
    }

    @Test
    default void theFirstPumpFollowsNone() {
        assertThat(outbox().afterRest(outbox().lease("first", LONG).getAsLong())).isTrue();
    }

    @Test
    default void tellsWhoFollowsAPumpThatRested() {
        long first = outbox().lease("first", LONG).getAsLong();

        outbox().rest(first);

        long second = outbox().lease("second", LONG).getAsLong();
        assertThat(second).isGreaterThan(first);
        assertThat(outbox().afterRest(second)).isTrue();
    }

    @Test
    default void onlyTheNextPumpFollowsAPumpThatRested() {
        outbox().rest(outbox().lease("first", LONG).getAsLong());
        outbox().lease("second", BRIEF);

        long third = await().until(() -> outbox().lease("third", LONG), OptionalLong::isPresent).getAsLong();

        assertThat(outbox().afterRest(third)).isFalse();
    }

    @Test
    default void whoGivesTheLeaseBackMayHaveSentJustBefore() {
        outbox().release(outbox().lease("first", LONG).getAsLong());

        assertThat(outbox().afterRest(outbox().lease("second", LONG).getAsLong())).isFalse();
    }

    @Test
    default void aPumpThatLostTheLeaseCannotRest() {
        long first = outbox().lease("first", BRIEF).getAsLong();
        takeOver();

        outbox().rest(first);

        assertThat(outbox().lease("third", LONG)).isEmpty();
    }

    @Test
    default void aPumpThatRestedTakesNothingInHand() {
        outbox().add(send("g", "1"));
        long first = outbox().lease("first", LONG).getAsLong();

        outbox().rest(first);

        assertThat(InHand.begin(outbox(), first, LaneKind.MESSAGES, NEXT)).isEmpty();
    }

    @Test
    default void letsNobodyGiveBackTheLeaseOfAnother() {
        long first = outbox().lease("first", BRIEF).getAsLong();
        takeOver();

        outbox().release(first);

        assertThat(outbox().lease("third", LONG)).isEmpty();
    }

    @Test
    default void leasesToOneOfManyAtOnce() throws InterruptedException {
        AtomicInteger names = new AtomicInteger();

        List<OptionalLong> leases = atOnce(8, () -> outbox().lease("pump" + names.incrementAndGet(), LONG));

        assertThat(leases.stream().filter(OptionalLong::isPresent)).hasSize(1);
    }

    @Test
    default void givesNothingToAPumpWhoseLeaseRanOut() {
        String group = awaitEnd(outbox().lease("first", BRIEF).getAsLong());

        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 1_000)).contains(new DueQueue(group, Priority.REPLY));
    }

    /** Waits until the lease of a fence has run out. Returns a group of which it was given nothing. */
    private String awaitEnd(long fence) {
        AtomicInteger groups = new AtomicInteger();
        await().until(() -> {
            String group = "other" + groups.incrementAndGet();
            outbox().add(send(group, "id" + group));
            return InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue(group, Priority.REPLY)).isEmpty();
        });
        return "other" + groups;
    }

    @Test
    default void letsAPumpThatLostTheLeaseChangeNothing() {
        outbox().add(send("g", "1"));
        outbox().add(operation("g", "2"));
        long first = outbox().lease("first", LONG).getAsLong();
        InHand.begin(outbox(), first, LaneKind.MESSAGES, NEXT);
        outbox().release(first);
        long second = takeOver();

        assertThat(InHand.settle(outbox(), first, settlement(send("g", "1"), SettlementKind.SENT))).isFalse();
        assertThat(InHand.begin(outbox(), first, LaneKind.OPERATIONS, NEXT)).isEmpty();
        assertThat(InHand.interrupted(outbox(), first)).isEmpty();
        assertThat(InHand.interrupted(outbox(), second)).containsExactly(send("g", "1"));
        assertThat(InHand.begin(outbox(), second, LaneKind.OPERATIONS, NEXT)).contains(operation("g", "2"));
    }

    @Test
    default void tellsWhatAnEarlierPumpHadInHand() {
        outbox().add(send("g", "1"));
        outbox().add(operation("g", "2"));
        outbox().add(send("h", "3"));
        long first = outbox().lease("first", LONG).getAsLong();
        InHand.begin(outbox(), first, LaneKind.MESSAGES, NEXT);
        InHand.begin(outbox(), first, LaneKind.OPERATIONS, NEXT);
        outbox().release(first);

        long second = takeOver();
        InHand.begin(outbox(), second, LaneKind.MESSAGES, new DueQueue("h", Priority.REPLY));

        assertThat(InHand.interrupted(outbox(), second)).containsExactlyInAnyOrder(send("g", "1"), operation("g", "2"));
    }

    @Test
    default void settlesWhatAnEarlierPumpHadInHandOnce() {
        outbox().add(send("g", "1"));
        long first = outbox().lease("first", LONG).getAsLong();
        InHand.begin(outbox(), first, LaneKind.MESSAGES, NEXT);
        outbox().release(first);
        long second = takeOver();

        assertThat(InHand.settle(outbox(), second, settlement(send("g", "1"), SettlementKind.AGAIN))).isTrue();
        assertThat(InHand.settle(outbox(), second, settlement(send("g", "1"), SettlementKind.AGAIN))).isFalse();
        assertThat(InHand.interrupted(outbox(), second)).isEmpty();
        assertThat(InHand.begin(outbox(), second, LaneKind.MESSAGES, NEXT)).contains(send("g", "1"));
    }
}
