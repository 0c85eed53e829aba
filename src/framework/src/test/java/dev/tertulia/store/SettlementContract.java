package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

/** What an outbox promises of where an entry goes after an attempt. */
public interface SettlementContract extends StoreContract {

    Instant LATER = NOW.plusSeconds(30);

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private long lead() {
        return outbox().lease("pump", LONG).getAsLong();
    }

    private Optional<Send> begin(long fence, Priority priority) {
        return InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", priority));
    }

    private List<DueQueue> due(Instant now) {
        return outbox().due(LaneKind.MESSAGES, now, 10);
    }

    /** Adds an entry, takes it in hand and puts it somewhere. */
    private Send settle(long fence, Send send, SettlementKind kind, Instant until) {
        outbox().add(send);
        assertThat(begin(fence, send.priority())).contains(send);
        assertThat(InHand.settle(outbox(), fence, settlement(send, kind, until))).isTrue();
        return send;
    }

    @Test
    default void countsWhatAGroupHolds() {
        long fence = lead();
        settle(fence, send("g", "1"), SettlementKind.HELD, LATER);
        settle(fence, send("g", "2"), SettlementKind.HELD, LATER);

        assertThat(outbox().countHeld("g")).isEqualTo(2);
        assertThat(outbox().countHeld("other")).isZero();
        outbox().releaseHeld("g", NOW);
        assertThat(outbox().countHeld("g")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    default void settlesAnAttemptOnce(SettlementKind kind) {
        long fence = lead();
        Send send = settle(fence, send("g", "1"), kind, LATER);

        assertThat(InHand.settle(outbox(), fence, settlement(send, SettlementKind.AGAIN))).isFalse();
        assertThat(InHand.settle(outbox(), fence, settlement(send("g", "unheard of"), SettlementKind.AGAIN))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "HELD", "DEAD", "GONE"})
    default void makesRoomForTheNext(SettlementKind kind) {
        long fence = lead();
        settle(fence, send("g", "1"), kind, LATER);
        outbox().add(send("g", "2"));

        assertThat(due(NOW)).containsExactly(new DueQueue("g", Priority.REPLY));
        assertThat(begin(fence, Priority.REPLY)).contains(send("g", "2"));
    }

    @Test
    default void looksAgainWhenItMayBeTried() {
        long fence = lead();
        outbox().add(send("g", "1"));
        outbox().add(send("g", "2"));
        begin(fence, Priority.REPLY);
        Send after = with(send("g", "1"), new Progress.Delayed(3, LATER));

        InHand.settle(outbox(), fence, settlement(after, SettlementKind.AGAIN, LATER));
        outbox().add(send("g", "3"));

        assertThat(due(LATER.minusMillis(1))).isEmpty();
        assertThat(due(LATER)).containsExactly(new DueQueue("g", Priority.REPLY));
        assertThat(begin(fence, Priority.REPLY)).contains(after);
    }

    @Test
    default void delaysNothingElseOfTheGroup() {
        long fence = lead();
        settle(fence, send("g", "1"), SettlementKind.AGAIN, LATER);

        outbox().add(send("g", "2", Priority.MODERATION));

        assertThat(due(NOW)).containsExactly(new DueQueue("g", Priority.MODERATION));
    }

    @Test
    default void parksTheWholeGroupUntilWhatItWaitsFor() {
        long fence = lead();
        outbox().add(send("g", "other", Priority.BROADCAST));
        outbox().add(operation("g", "operation"));
        settle(fence, send("g", "1"), SettlementKind.PARKED, NOW);
        outbox().add(send("g", "2"));

        assertThat(due(LATER)).isEmpty();
        assertThat(outbox().due(LaneKind.OPERATIONS, LATER, 10)).isEmpty();
        assertThat(begin(fence, Priority.REPLY)).isEmpty();
        outbox().unpark("g", BlockedUntil.UNTIL_CLEARED, LATER);
        assertThat(due(LATER)).isEmpty();

        outbox().unpark("g", BlockedUntil.UNTIL_JOIN, LATER);
        assertThat(due(LATER)).containsExactly(new DueQueue("g", Priority.REPLY),
                new DueQueue("g", Priority.BROADCAST));
        assertThat(outbox().due(LaneKind.OPERATIONS, LATER, 10)).hasSize(1);
        assertThat(begin(fence, Priority.REPLY)).contains(send("g", "1"));
    }

    @Test
    default void parksWhatWasInHandMeanwhile() {
        long fence = lead();
        outbox().add(operation("g", "operation"));
        InHand.begin(outbox(), fence, LaneKind.OPERATIONS, new DueQueue("g", Priority.REPLY));
        settle(fence, send("g", "1"), SettlementKind.PARKED, NOW);

        InHand.settle(outbox(), fence, settlement(operation("g", "operation"), SettlementKind.AGAIN));

        assertThat(outbox().due(LaneKind.OPERATIONS, LATER, 10)).isEmpty();
        outbox().unpark("g", BlockedUntil.UNTIL_JOIN, LATER);
        assertThat(outbox().due(LaneKind.OPERATIONS, LATER, 10)).hasSize(1);
    }

    @Test
    default void unparksOnlyThatGroup() {
        long fence = lead();
        settle(fence, send("g", "1"), SettlementKind.PARKED, NOW);

        outbox().unpark("h", BlockedUntil.UNTIL_JOIN, NOW);

        assertThat(due(LATER)).isEmpty();
    }

    @Test
    default void holdsUntilTheWindowOpensAndKeepsTheOrder() {
        long fence = lead();
        settle(fence, send("g", "1"), SettlementKind.HELD, LATER);
        settle(fence, send("g", "2", Priority.NOTICE), SettlementKind.HELD, LATER);
        settle(fence, send("g", "3"), SettlementKind.HELD, LATER);
        outbox().add(send("g", "4"));
        outbox().add(send("h", "5"));

        assertThat(outbox().releaseHeld("h", NOW)).isZero();
        assertThat(outbox().releaseHeld("g", NOW)).isEqualTo(3);
        assertThat(outbox().releaseHeld("g", NOW)).isZero();

        for (String id : List.of("1", "3", "4")) {
            assertThat(begin(fence, Priority.REPLY)).contains(send("g", id));
            InHand.settle(outbox(), fence, settlement(send("g", id), SettlementKind.SENT));
        }
        assertThat(begin(fence, Priority.NOTICE)).contains(send("g", "2", Priority.NOTICE));
    }

    @Test
    default void looksAtOnceWhenTheWindowOpens() {
        long fence = lead();
        settle(fence, send("g", "1"), SettlementKind.HELD, LATER);
        assertThat(due(LATER)).isEmpty();

        outbox().releaseHeld("g", NOW);

        assertThat(due(NOW)).containsExactly(new DueQueue("g", Priority.REPLY));
    }

    @Test
    default void tellsWhereSomethingWasHeldLongEnough() {
        long fence = lead();
        settle(fence, send("g", "1"), SettlementKind.HELD, LATER.plusSeconds(60));
        settle(fence, send("g", "2"), SettlementKind.HELD, LATER);
        settle(fence, send("g", "3"), SettlementKind.HELD, LATER.plusSeconds(60));

        assertThat(outbox().holdsEnded(LATER.minusMillis(1))).isEmpty();
        assertThat(outbox().holdsEnded(LATER)).containsExactly("g");
        outbox().releaseHeld("g", LATER);
        assertThat(outbox().holdsEnded(LATER.plusSeconds(60))).isEmpty();
    }
}
